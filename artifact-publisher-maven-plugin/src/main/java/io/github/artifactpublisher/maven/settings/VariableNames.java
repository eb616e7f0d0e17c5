package io.github.artifactpublisher.maven.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of the environment variables that the plugin reads. */
public final class VariableNames {
    static final List<String> KEY = List.of("ARTIFACTS_KEY", "ARTIFACTS_AWS_ACCESS_KEY");
    static final List<String> SECRET = List.of("ARTIFACTS_SECRET", "ARTIFACTS_AWS_SECRET_KEY");
    static final List<String> TOKEN = List.of("ARTIFACTS_TOKEN");

    /** The variables of travis-ci/artifacts that have another name than the property. */
    private static final Map<String, String> TRAVIS_NAMES = Map.of(
            "artifacts.acl", "ARTIFACTS_PERMISSIONS",
            "artifacts.bucket", "ARTIFACTS_S3_BUCKET",
            "artifacts.region", "ARTIFACTS_S3_REGION");

    private VariableNames() {}

    /** Returns the variable that sets a property: {@code ARTIFACTS_TARGET_PATHS} for {@code artifacts.targetPaths}. */
    public static String of(String property) {
        return property.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replace('.', '_')
                .toUpperCase(Locale.ROOT);
    }

    /** Returns the property that a variable of travis-ci/artifacts sets. */
    public static Optional<String> propertyOf(String travisVariable) {
        return TRAVIS_NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(travisVariable))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * Returns the variables whose names do not follow from a property: those of travis-ci/artifacts and of credentials.
     */
    public static Set<String> others() {
        return Stream.of(KEY, SECRET, TOKEN, TRAVIS_NAMES.values())
                .flatMap(names -> names.stream())
                .collect(Collectors.toSet());
    }

    /** Returns the variables that set a property, the current one first. */
    static List<String> all(String property) {
        return Stream.concat(Stream.of(of(property)), Optional.ofNullable(TRAVIS_NAMES.get(property)).stream())
                .toList();
    }
}
