package io.github.artifactpublisher.report;

/**
 * The value of a setting in this build, and its source.
 *
 * @param name its property
 * @param value its value; empty if none is set
 * @param source a property, a variable, git, or {@code default}
 */
public record SettingRow(String name, String value, String source) {
    /** The source of a setting that is not set. */
    public static final String DEFAULT = "default";

    /** Returns whether it is not set. */
    boolean isDefault() {
        return source.equals(DEFAULT);
    }
}
