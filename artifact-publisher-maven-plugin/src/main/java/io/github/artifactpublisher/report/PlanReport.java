package io.github.artifactpublisher.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.manifest.SetFiles;
import io.github.artifactpublisher.outputs.ObjectAttributes;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.plan.PlannedObject;
import io.github.artifactpublisher.text.ByteSize;
import io.github.artifactpublisher.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Formats a plan: each file with its key, size and headers, and the source of each setting. */
public final class PlanReport {
    private static final String DEFAULTS = "All other settings have their defaults.";

    /** "GitHub Flavored Markdown": characters that end a cell, or begin markup or HTML; not an underscore in a word. */
    private static final Pattern MARKUP = Pattern.compile("[\\\\|`*<\\[&~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])");

    private final String bucket;
    private final Plan plan;
    private final Layout layout;
    private final List<SettingRow> settings;

    /** Creates the report on a plan for a bucket. */
    public PlanReport(String bucket, Plan plan, Layout layout, List<SettingRow> settings) {
        this.bucket = bucket;
        this.plan = plan;
        this.layout = layout;
        this.settings = List.copyOf(settings);
    }

    /**
     * Returns the lines that show the plans of all sets; in JSON one object with all of them.
     *
     * @param reports a report for each set
     */
    public static List<String> lines(List<PlanReport> reports, PlanFormat format) {
        return switch (format) {
            case TEXT ->
                reports.stream().flatMap(report -> report.text().stream()).toList();
            case MARKDOWN ->
                reports.stream().flatMap(report -> report.markdown().stream()).toList();
            case JSON -> json(reports);
        };
    }

    private List<String> text() {
        TextTable objects = new TextTable("File", ">Size", "Stored as", "Headers");
        plan.objects().forEach(object -> objects.row(cells(object)));
        TextTable values = new TextTable("Setting", "Value", "From");
        given().forEach(row -> values.row(row.name(), row.value(), row.source()));
        List<String> lines = new ArrayList<>(objects.lines());
        lines.add(total());
        lines.add("");
        lines.addAll(values.lines());
        lines.add(DEFAULTS);
        return lines;
    }

    private List<String> markdown() {
        List<String> lines = new ArrayList<>(List.of("| File | Size | Stored as | Headers |", "|---|--:|---|---|"));
        plan.objects().forEach(object -> lines.add(row(cells(object))));
        lines.addAll(List.of("", escaped(total()), "", "| Setting | Value | From |", "|---|---|---|"));
        given().forEach(setting -> lines.add(row(setting.name(), setting.value(), setting.source())));
        lines.addAll(List.of("", DEFAULTS));
        return lines;
    }

    /** Returns the settings that are not defaults; JSON contains all. */
    private List<SettingRow> given() {
        return settings.stream().filter(row -> !row.isDefault()).toList();
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder("|");
        for (String cell : cells) {
            row.append(' ').append(escaped(cell)).append(" |");
        }
        return row.toString();
    }

    private static String escaped(String text) {
        return MARKUP.matcher(text).replaceAll("\\\\$0");
    }

    private String[] cells(PlannedObject object) {
        String headers = headers(object).entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining(", "));
        return new String[] {
            object.output().name(), ByteSize.format(object.size()), layout.planned(object.name()), headers
        };
    }

    /** Returns the headers that do not depend on the bytes of the file. */
    private static Map<String, String> headers(PlannedObject object) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", object.form().contentType());
        if (object.form().contentEncoded()) {
            headers.put("Content-Encoding", "gzip");
        }
        ObjectAttributes attributes = object.output().attributes();
        attributes.cacheControl().ifPresent(value -> headers.put("Cache-Control", value));
        attributes.metadata().forEach((name, value) -> headers.put("x-amz-meta-" + name, value));
        attributes.tags().forEach((name, value) -> headers.put("tag " + name, value));
        return headers;
    }

    private String total() {
        return "Would publish " + PublishReport.files(plan.objects().size()) + " (" + ByteSize.format(plan.totalSize())
                + " before compression) to " + String.join(", ", addresses()) + " (" + SetFiles.MANIFEST + ", "
                + SetFiles.SHA256SUMS + ")";
    }

    private List<String> addresses() {
        return plan.targets().stream()
                .map(target -> "s3://" + bucket + "/" + target)
                .toList();
    }

    private static List<String> json(List<PlanReport> reports) {
        Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
        Map<String, List<PlannedSet>> sets =
                Map.of("sets", reports.stream().map(PlanReport::set).toList());
        return gson.toJson(sets).lines().toList();
    }

    private PlannedSet set() {
        return new PlannedSet(
                addresses(), plan.objects().stream().flatMap(this::entries).toList(), settings);
    }

    private Stream<Entry> entries(PlannedObject object) {
        return plan.targets().stream().map(target -> entry(object, target.prefix()));
    }

    private Entry entry(PlannedObject object, KeyPrefix target) {
        return new Entry(
                object.output().file().toString(),
                object.output().name(),
                object.size(),
                target.key(layout.planned(object.name())).value(),
                object.form().gzipped() ? "gzip" : "identity",
                headers(object));
    }

    /** A set in JSON. */
    private record PlannedSet(List<String> targets, List<Entry> objects, List<SettingRow> settings) {}

    /** A file and one of the objects that it would become. */
    private record Entry(
            String file, String name, long size, String key, String encoding, Map<String, String> headers) {}
}
