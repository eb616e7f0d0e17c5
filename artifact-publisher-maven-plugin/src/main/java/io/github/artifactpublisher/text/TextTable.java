package io.github.artifactpublisher.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lays out rows in columns for a fixed-width font. */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<String> heading;
    private final List<Boolean> rightAligned;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these headings; one that begins with {@code >} makes its column right-aligned. */
    public TextTable(String... headings) {
        heading = List.of(headings).stream()
                .map(h -> h.startsWith(">") ? h.substring(1) : h)
                .toList();
        rightAligned = List.of(headings).stream().map(h -> h.startsWith(">")).toList();
    }

    /** Adds a row with as many cells as there are headings. */
    public void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** The headings and rows as lines, with columns of equal width. */
    public List<String> lines() {
        List<List<String>> all = new ArrayList<>();
        all.add(heading);
        all.addAll(rows);
        List<Integer> widths = IntStream.range(0, heading.size())
                .mapToObj(column -> width(all, column))
                .toList();
        return all.stream().map(row -> line(row, widths)).toList();
    }

    private static int width(List<List<String>> all, int column) {
        return all.stream()
                .mapToInt(
                        row -> row.get(column).codePointCount(0, row.get(column).length()))
                .max()
                .orElse(0);
    }

    private String line(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> pad(row.get(column), widths.get(column), rightAligned.get(column)))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private static String pad(String cell, int width, boolean right) {
        String blanks = " ".repeat(width - cell.codePointCount(0, cell.length()));
        return right ? blanks + cell : cell + blanks;
    }
}
