package io.github.artifactpublisher.maven.settings;

import io.github.artifactpublisher.report.SettingRow;
import io.github.artifactpublisher.text.ByteSize;
import io.github.artifactpublisher.text.Quoted;
import io.github.artifactpublisher.text.Sourced;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads settings from the parameters of the goal, which Maven takes from the POM or {@code -D}, else from the
 * environment. An empty value counts as not set. A property that is no parameter of the goal is an
 * {@link IllegalStateException}. Not thread-safe: it records the settings that were read, for the plan.
 */
public final class Settings {
    private static final Pattern PAIR_AFTER_COLON = Pattern.compile(":\\s*[\\w.-]+=(?!=)");

    private final Map<String, Object> configured;
    private final Map<String, String> environment;
    private final Map<String, SettingRow> rows;

    /**
     * Creates the settings of a goal in a module.
     *
     * @param configured the parameters of the goal by property: a String, a List of Strings, a List of Maps, or null
     * @param environment the environment variables
     */
    public Settings(Map<String, Object> configured, Map<String, String> environment) {
        this(configured, environment, new TreeMap<>());
    }

    private Settings(Map<String, Object> configured, Map<String, String> environment, Map<String, SettingRow> rows) {
        this.configured = configured;
        this.environment = environment;
        this.rows = rows;
    }

    /** Returns the selections of the POM, each as settings of its own. They have no variables. */
    @SuppressWarnings("unchecked")
    List<Settings> selections() {
        return configured("artifacts.selections") instanceof List<?> list
                ? list.stream()
                        .map(inPom -> new Settings((Map<String, Object>) inPom, Map.of(), rows))
                        .toList()
                : List.of();
    }

    private Object configured(String property) {
        if (!configured.containsKey(property)) {
            throw new IllegalStateException("The goal has no parameter for " + property + ".");
        }
        return configured.get(property);
    }

    /** Returns the advice to set a value; with the name of the setting if the source is one. */
    static String line(String source, String value) {
        return source.matches("-?[A-Za-z0-9_.]+") ? "Set " + source + "=" + value + "." : "Set it to " + value + ".";
    }

    /** Returns a text with its source. */
    public Optional<Sourced<String>> text(String property) {
        Stream<Optional<Sourced<String>>> places = Stream.concat(
                Stream.of(present((String) configured(property), property)),
                VariableNames.all(property).stream().map(this::environment));
        Optional<Sourced<String>> found = places.flatMap(Optional::stream).findFirst();
        record(property, found.map(Sourced::value), found.map(Sourced::source));
        return found;
    }

    /** Returns a text without its source. */
    Optional<String> value(String property) {
        return text(property).map(Sourced::value);
    }

    /** Returns the items of a list, as {@link ListParser} separates them. */
    List<Sourced<String>> list(String property) {
        List<Sourced<String>> given = split(Sourced.of(String.join(",", items(property)), property));
        List<Sourced<String>> found = given.isEmpty()
                ? environment(VariableNames.of(property)).map(Settings::split).orElse(List.of())
                : given;
        record(
                property,
                Optional.of(found.stream().map(Sourced::value).collect(Collectors.joining(", "))),
                found.stream().map(Sourced::source).findFirst());
        return found;
    }

    private static List<Sourced<String>> split(Sourced<String> all) {
        return ListParser.items(all.value(), all.source()).stream()
                .map(item -> Sourced.of(item, all.source()))
                .toList();
    }

    private void record(String property, Optional<String> value, Optional<String> source) {
        rows.put(property, new SettingRow(property, value.orElse(""), source.orElse(SettingRow.DEFAULT)));
    }

    /** Returns the settings that were read so far, sorted by property, each with its source. */
    public List<SettingRow> rows() {
        return List.copyOf(rows.values());
    }

    /** Returns the items of a list without their source. */
    List<String> values(String property) {
        return list(property).stream().map(Sourced::value).toList();
    }

    private List<String> items(String property) {
        return configured(property) instanceof List<?> list
                ? list.stream().map(String.class::cast).filter(Objects::nonNull).toList()
                : List.of();
    }

    /**
     * Returns pairs {@code name=value}, which commas or line breaks separate.
     *
     * @throws SettingException if an item is not a pair, or if colons seem to separate pairs: a colon belongs to the
     *     value
     */
    Map<String, String> pairs(String property) {
        Map<String, String> pairs = new LinkedHashMap<>();
        text(property)
                .ifPresent(given -> Arrays.stream(given.value().split("[,\\n]"))
                        .map(String::strip)
                        .filter(pair -> !pair.isEmpty())
                        .forEach(pair -> put(pairs, pair, given.source())));
        return pairs;
    }

    private static void put(Map<String, String> pairs, String pair, String source) {
        int equals = pair.indexOf('=');
        if (equals < 1) {
            throw new SettingException(
                    source, "has '" + pair + "', which is not a pair of the form name=value", "Correct it.");
        }
        String value = pair.substring(equals + 1).strip();
        if (PAIR_AFTER_COLON.matcher(value).find()) {
            throw new SettingException(
                    source,
                    "has '" + pair
                            + "', which is one pair if the colon belongs to the value, and more if it separates pairs",
                    "Separate pairs with commas or line breaks. After a colon, a name and an equals sign are not allowed.");
        }
        pairs.put(pair.substring(0, equals).strip(), value);
    }

    /** Returns a file, which only the POM and {@code -D} can set. */
    Optional<Path> file(String property) {
        return Optional.ofNullable((File) configured(property)).map(File::toPath);
    }

    Optional<Boolean> flag(String property) {
        return text(property).map(given -> parsed(given, Settings::parseFlag, "is neither 'true' nor 'false'"));
    }

    Optional<Integer> number(String property, int min, int max) {
        return text(property)
                .map(given -> parsed(
                        given,
                        text -> parseNumber(text, min, max),
                        "is not a whole number from " + min + " to " + max));
    }

    <E extends Enum<E>> Optional<E> choice(String property, Class<E> type) {
        String choices = Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
        return text(property)
                .map(given -> parsed(
                        given,
                        text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)),
                        "is not one of " + choices.substring(1, choices.length() - 1)));
    }

    /** Returns a text that must match a pattern as a whole. */
    Optional<String> matching(String property, String pattern, String reason) {
        return text(property).map(given -> matching(given, pattern, reason));
    }

    static String matching(Sourced<String> given, String pattern, String reason) {
        return parsed(given, text -> requireMatch(text, pattern), reason);
    }

    private static String requireMatch(String text, String pattern) {
        if (!text.matches(pattern)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    /**
     * Parses a value. An {@link IllegalArgumentException} of the parser becomes a {@link SettingException} with this
     * reason.
     */
    static <T> T parsed(Sourced<String> given, Function<String, T> parser, String reason) {
        return parsed(given, parser, (IllegalArgumentException e) -> reason);
    }

    /** Parses a number of bytes, such as {@code 50MB} or {@code 1.5 GiB}. */
    static ByteSize parsedSize(Sourced<String> given) {
        return parsed(given, ByteSize::parse, IllegalArgumentException::getMessage);
    }

    private static <T> T parsed(
            Sourced<String> given, Function<String, T> parser, Function<IllegalArgumentException, String> reason) {
        try {
            return parser.apply(given.value());
        } catch (IllegalArgumentException e) {
            String sentence = "is '" + Quoted.text(given.value()) + "', which " + reason.apply(e);
            throw new SettingException(given.source(), sentence, "Correct it.", e);
        }
    }

    private static Boolean parseFlag(String text) {
        String lowerCase = text.toLowerCase(Locale.ROOT);
        if (!lowerCase.equals("true") && !lowerCase.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return Boolean.valueOf(lowerCase);
    }

    private static Integer parseNumber(String text, int min, int max) {
        int number = Integer.parseInt(text);
        if (number < min || number > max) {
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
