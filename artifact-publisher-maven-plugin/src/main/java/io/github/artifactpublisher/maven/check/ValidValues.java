package io.github.artifactpublisher.maven.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Valid values that take the place of wrong ones. */
final class ValidValues {
    static final String TARGET_PATHS = "artifacts.targetPaths";

    /** The values of the settings that cannot be left out, because that would be a problem, too. */
    static final Map<String, Object> BY_PROPERTY = Map.of(
            "artifacts.branch",
            "main",
            "artifacts.bucket",
            "bucket",
            "artifacts.encryption",
            "aws:kms",
            "artifacts.endpoint",
            "https://s3.example.com",
            "artifacts.memory",
            "1TiB",
            "artifacts.slug",
            "owner/repository",
            TARGET_PATHS,
            List.of("path"));

    /** The settings of files. A {@code SelectionException} does not name its setting, so all are left out. */
    static final List<String> OF_FILES = List.of(
            "artifacts.includes",
            "artifacts.excludes",
            "artifacts.paths",
            "artifacts.allowHidden",
            "artifacts.allowSecretLooking",
            "artifacts.allowNestedRepositories",
            "artifacts.cacheControl",
            "artifacts.metadata",
            "artifacts.tags",
            "artifacts.maxSize",
            "artifacts.maxFiles");

    private ValidValues() {}

    /** Returns a valid selection with the elements of a wrong one. */
    static Map<String, Object> selection(Map<String, Object> wrong) {
        Map<String, Object> valid = new HashMap<>(wrong);
        valid.replaceAll((name, value) -> name.endsWith("/attached") ? "true" : null);
        return valid;
    }
}
