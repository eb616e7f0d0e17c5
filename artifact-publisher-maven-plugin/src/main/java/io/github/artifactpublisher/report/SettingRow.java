package io.github.artifactpublisher.report;

/**
 * A setting as it counts in this build.
 *
 * @param name its property
 * @param value its value; empty if none is set
 * @param source who gave it: a property, a variable, git, or {@code default}
 */
public record SettingRow(String name, String value, String source) {
    /** The source of a setting that nobody has set. */
    public static final String DEFAULT = "default";

    /** Whether nobody has set it. */
    boolean isDefault() {
        return source.equals(DEFAULT);
    }
}
