package io.github.artifactpublisher.maven.check;

import io.github.artifactpublisher.maven.settings.VariableNames;
import io.github.artifactpublisher.text.EditDistance;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** Compares names of properties and environment variables with those of the settings. Immutable. */
public final class SettingNames {
    private static final String PREFIX = "artifacts";
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{(artifacts\\.\\w+)}");

    /** Shorter words are near many others: {@code names} to {@code name}, which other tools use. */
    private static final int MIN_CERTAIN_LENGTH = 6;

    private static final int MIN_LENGTH_FOR_TWO_EDITS = 8;
    private static final int MAX_LENGTH_WITHOUT_EDITS = 3;

    /** What a name is. */
    enum Kind {
        /** A setting, or a name that has nothing to do with settings. */
        FINE,
        /** A misspelt setting. */
        MISSPELT,
        /** A misspelt setting, or a name of another tool. */
        DOUBTFUL,
        /** No setting, but it begins like one. */
        UNKNOWN
    }

    /**
     * The result of a comparison.
     *
     * @param kind what the name is
     * @param nearest the property, or the variable if no property sets the same; empty unless it is near
     */
    record Verdict(Kind kind, Optional<String> nearest) {
        private static Verdict of(Kind kind) {
            return new Verdict(kind, Optional.empty());
        }
    }

    private record Near(String name, int edits, int length) {}

    /** The settings by what remains of their names without case and separators. */
    private final Map<String, String> settings = new TreeMap<>();

    private final Collection<String> properties;
    private final Collection<String> elements;

    /**
     * Names with these settings.
     *
     * @param properties the properties
     * @param elements the parameters, as a {@code <configuration>} names them
     */
    SettingNames(Collection<String> properties, Collection<String> elements) {
        this.properties = properties;
        this.elements = elements;
        VariableNames.others().forEach(variable -> settings.put(plain(variable), variable));
        properties.forEach(property -> settings.put(plain(property), property));
    }

    /** Returns the names of the settings of all goals. */
    public static SettingNames of(PluginDescriptor plugin) {
        List<MojoDescriptor> goals =
                Stream.ofNullable(plugin.getMojos()).flatMap(List::stream).toList();
        Stream<String> properties = goals.stream()
                .flatMap(goal -> Stream.ofNullable(goal.getMojoConfiguration()))
                .map(PlexusConfiguration::getChildren)
                .flatMap(Arrays::stream)
                .map(parameter -> EXPRESSION.matcher(parameter.getValue("")))
                .filter(Matcher::matches)
                .map(expression -> expression.group(1));
        Stream<String> elements = goals.stream()
                .flatMap(goal -> Stream.ofNullable(goal.getParameters()))
                .flatMap(List::stream)
                .map(Parameter::getName);
        return new SettingNames(properties.collect(Collectors.toSet()), elements.collect(Collectors.toSet()));
    }

    /** Compares the name of a property. */
    Verdict ofProperty(String name) {
        boolean beginsLikeOne = name.startsWith(PREFIX + ".");
        return properties.contains(name) ? Verdict.of(Kind.FINE) : compared(name, beginsLikeOne, beginsLikeOne);
    }

    /** Compares the name of an element in the {@code <configuration>} of the plugin. */
    Verdict ofElement(String name) {
        return elements.contains(name) ? Verdict.of(Kind.FINE) : compared(PREFIX + "." + name, true, true);
    }

    /** Compares the name of an environment variable. */
    Verdict ofVariable(String name) {
        boolean isOne = VariableNames.others().contains(name)
                || properties.stream().map(VariableNames::of).anyMatch(name::equals);
        return isOne ? Verdict.of(Kind.FINE) : compared(name, false, false);
    }

    private Verdict compared(String name, boolean isCertain, boolean beginsLikeOne) {
        String plain = plain(name);
        return nearest(plain)
                .map(near -> new Verdict(
                        isCertain || near.edits() == 0 || near.length() >= MIN_CERTAIN_LENGTH
                                ? Kind.MISSPELT
                                : Kind.DOUBTFUL,
                        Optional.of(near.name())))
                .orElse(Verdict.of(beginsLikeOne ? Kind.UNKNOWN : Kind.FINE));
    }

    private Optional<Near> nearest(String plain) {
        return plain.startsWith("art")
                ? settings.entrySet().stream()
                        .map(setting -> new Near(
                                setting.getValue(),
                                EditDistance.between(plain, setting.getKey()),
                                setting.getKey().length() - PREFIX.length()))
                        .filter(near -> near.edits() <= maxEdits(near.length()))
                        .min(Comparator.comparingInt(Near::edits))
                : Optional.empty();
    }

    private static int maxEdits(int length) {
        return length <= MAX_LENGTH_WITHOUT_EDITS ? 0 : length < MIN_LENGTH_FOR_TWO_EDITS ? 1 : 2;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[._-]", "");
    }
}
