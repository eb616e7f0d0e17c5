package io.github.artifactpublisher.glob;

import java.util.ArrayList;
import java.util.List;

/** Expands the braces of a glob: {@code a.{jar,zip}} is {@code a.jar} or {@code a.zip}. Braces cannot be nested. */
final class Braces {
    private static final int MAX_ALTERNATIVES = 1000;

    private Braces() {}

    static List<String> expand(String glob) {
        List<String> expanded = new ArrayList<>(List.of(""));
        int from = 0;
        for (int open = find(glob, from, "{"); open >= 0; open = find(glob, from, "{")) {
            int close = find(glob, open + 1, "}");
            int nested = find(glob, open + 1, "{");
            if (close < 0 || (nested >= 0 && nested < close)) {
                throw GlobException.badPattern(
                        glob, close < 0 ? "has a { that is not closed" : "has braces within braces");
            }
            expanded = appended(expanded, List.of(glob.substring(from, open)));
            expanded = appended(expanded, alternatives(glob.substring(open + 1, close)));
            if (expanded.size() > MAX_ALTERNATIVES) {
                throw GlobException.badPattern(glob, "has more than " + MAX_ALTERNATIVES + " alternatives");
            }
            from = close + 1;
        }
        return appended(expanded, List.of(glob.substring(from)));
    }

    private static List<String> alternatives(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int comma = find(text, from, ","); comma >= 0; comma = find(text, from, ",")) {
            parts.add(text.substring(from, comma));
            from = comma + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static List<String> appended(List<String> heads, List<String> tails) {
        return heads.stream()
                .flatMap(head -> tails.stream().map(tail -> head + tail))
                .toList();
    }

    /** The next index of a character that is neither escaped nor between square brackets, or -1. */
    private static int find(String glob, int from, String wanted) {
        for (int i = from; i < glob.length(); i++) {
            if (wanted.indexOf(glob.charAt(i)) >= 0) {
                return i;
            }
            if (glob.charAt(i) == '\\') {
                i++;
            } else if (glob.charAt(i) == '[') {
                i = Math.max(i, glob.indexOf(']', i));
            }
        }
        return -1;
    }
}
