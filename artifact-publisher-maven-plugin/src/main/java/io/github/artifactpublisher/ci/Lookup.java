package io.github.artifactpublisher.ci;

import com.google.gson.JsonElement;
import io.github.artifactpublisher.text.Sourced;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a value: one cell of the table of CI servers. The static methods are used to write the table. */
@FunctionalInterface
interface Lookup {
    /** Returns the value for these inputs, with its source; empty if there is none. */
    Optional<Sourced<String>> in(DetectionInputs inputs);

    static Lookup nowhere() {
        return inputs -> Optional.empty();
    }

    static Lookup variable(String name) {
        return inputs -> inputs.variable(name);
    }

    /** A value of GitHub's event, by its JSON path. */
    static Lookup event(String... names) {
        String source = "GITHUB_EVENT_PATH " + String.join(".", names);
        return inputs -> eventElement(inputs, names)
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString)
                .filter(value -> !value.isBlank())
                .map(value -> Sourced.of(value, source));
    }

    static Optional<JsonElement> eventElement(DetectionInputs inputs, String... names) {
        Optional<JsonElement> element = Optional.of(inputs.event());
        for (String name : names) {
            element = element.filter(JsonElement::isJsonObject)
                    .map(JsonElement::getAsJsonObject)
                    .flatMap(object -> Optional.ofNullable(object.get(name)));
        }
        return element;
    }

    /** A parameter of TeamCity. */
    static Lookup property(String name) {
        return inputs -> Optional.ofNullable(inputs.properties().getProperty(name))
                .filter(value -> !value.isBlank())
                .map(value -> Sourced.of(value, name));
    }

    /** The only TeamCity parameter with this prefix; its name ends with the id of a VCS root. */
    static Lookup onlyPropertyUnder(String prefix) {
        return inputs -> {
            List<String> names = inputs.properties().stringPropertyNames().stream()
                    .filter(name -> name.startsWith(prefix))
                    .toList();
            return names.size() == 1 ? property(names.get(0)).in(inputs) : Optional.empty();
        };
    }

    static Lookup gitRemote() {
        return inputs -> inputs.git().remoteUrl().map(value -> Sourced.of(value, "git remote"));
    }

    static Lookup gitBranch() {
        return inputs -> inputs.git().branch().map(value -> Sourced.of(value, "git HEAD"));
    }

    static Lookup gitCommit() {
        return inputs -> inputs.git().headCommit().map(value -> Sourced.of(value, "git HEAD"));
    }

    /** The only tag at HEAD. */
    static Lookup gitTag() {
        return inputs -> inputs.git().exactTag().map(value -> Sourced.of(value, "git tag"));
    }

    static Lookup firstOf(Lookup... lookups) {
        return inputs ->
                Stream.of(lookups).flatMap(lookup -> lookup.in(inputs).stream()).findFirst();
    }

    static Lookup when(Condition condition, Lookup lookup) {
        return inputs -> condition.holds(inputs) ? lookup.in(inputs) : Optional.empty();
    }

    /** Ignores the word that a server writes instead of an empty value. */
    static Lookup unless(String nothing, Lookup lookup) {
        return inputs -> lookup.in(inputs).filter(found -> !found.value().equalsIgnoreCase(nothing));
    }
}
