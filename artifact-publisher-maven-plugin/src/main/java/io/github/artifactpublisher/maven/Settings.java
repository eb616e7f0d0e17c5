package io.github.artifactpublisher.maven;

import io.github.artifactpublisher.ci.Sourced;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Looks a setting up: in the POM or {@code -D} first (which Maven has put into the mojo's field), then in the
 * environment. The variable's name follows from the property's by one rule, {@code artifacts.targetPaths} ↔
 * {@code ARTIFACTS_TARGET_PATHS}; some have older names beside it. An empty value counts as none.
 */
final class Settings {
    private final Map<String, String> environment;

    Settings(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The variable that gives the property. */
    static String variable(String property) {
        return property.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replace('.', '_')
                .toUpperCase(Locale.ROOT);
    }

    Optional<Sourced<String>> text(String property, String configured, String... olderVariables) {
        Stream<Optional<Sourced<String>>> places = Stream.concat(
                Stream.of(present(configured, property), environment(variable(property))),
                Arrays.stream(olderVariables).map(this::environment));
        return places.flatMap(Optional::stream).findFirst();
    }

    /**
     * Items of a list: from the POM as they are, from the environment divided by {@code :}, as travis-ci/artifacts had
     * it.
     */
    List<Sourced<String>> list(String property, List<String> configured) {
        List<Sourced<String>> given = Optional.ofNullable(configured).orElse(List.of()).stream()
                .flatMap(item -> present(item, property).stream())
                .toList();
        return given.isEmpty()
                ? environment(variable(property)).stream()
                        .flatMap(all -> Arrays.stream(all.value().split(":"))
                                .flatMap(item -> present(item, all.source()).stream()))
                        .toList()
                : given;
    }

    Optional<Boolean> flag(String property, String configured) {
        return text(property, configured)
                .map(given -> parsed(given, Settings::parseFlag, "is neither 'true' nor 'false'"));
    }

    Optional<Integer> number(String property, String configured, int least, int most) {
        return text(property, configured)
                .map(given -> parsed(
                        given,
                        text -> parseNumber(text, least, most),
                        "is no whole number from " + least + " to " + most));
    }

    <E extends Enum<E>> Optional<E> choice(String property, String configured, Class<E> type) {
        String choices = Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
        return text(property, configured)
                .map(given -> parsed(
                        given,
                        text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)),
                        "is none of " + choices.substring(1, choices.length() - 1)));
    }

    /** Parses a value; what the parser refuses becomes a {@link SettingException} with the value and this reason. */
    static <T> T parsed(Sourced<String> given, Function<String, T> parser, String reason) {
        try {
            return parser.apply(given.value());
        } catch (IllegalArgumentException e) {
            throw new SettingException(given.source(), "is '" + given.value() + "', which " + reason, "Correct it.");
        }
    }

    private static Boolean parseFlag(String text) {
        String lowerCase = text.toLowerCase(Locale.ROOT);
        if (!lowerCase.equals("true") && !lowerCase.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return Boolean.valueOf(lowerCase);
    }

    private static Integer parseNumber(String text, int least, int most) {
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private Optional<Sourced<String>> environment(String variable) {
        return present(environment.get(variable), variable);
    }

    private static Optional<Sourced<String>> present(String value, String source) {
        return Optional.ofNullable(value)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> Sourced.of(text, source));
    }
}
