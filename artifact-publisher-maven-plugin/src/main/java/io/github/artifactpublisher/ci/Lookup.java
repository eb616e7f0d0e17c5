package io.github.artifactpublisher.ci;

import com.google.gson.JsonElement;
import io.github.artifactpublisher.text.Sourced;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a value: one cell of the table of CI servers. The static methods are used to write the table. */
@FunctionalInterface
interface Lookup {
    Optional<Sourced<String>> in(CiFacts facts);

    static Lookup nowhere() {
        return facts -> Optional.empty();
    }

    static Lookup variable(String name) {
        return facts -> facts.variable(name);
    }

    /** A value of GitHub's event, by its JSON path. */
    static Lookup event(String... names) {
        String source = "GITHUB_EVENT_PATH " + String.join(".", names);
        return facts -> eventElement(facts, names)
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString)
                .filter(value -> !value.isBlank())
                .map(value -> Sourced.of(value, source));
    }

    static Optional<JsonElement> eventElement(CiFacts facts, String... names) {
        Optional<JsonElement> element = Optional.of(facts.event());
        for (String name : names) {
            element = element.filter(JsonElement::isJsonObject)
                    .map(JsonElement::getAsJsonObject)
                    .flatMap(object -> Optional.ofNullable(object.get(name)));
        }
        return element;
    }

    /** A parameter of TeamCity. */
    static Lookup property(String name) {
        return facts -> Optional.ofNullable(facts.properties().getProperty(name))
                .filter(value -> !value.isBlank())
                .map(value -> Sourced.of(value, name));
    }

    /** The only TeamCity parameter with this prefix; its name ends with the id of a VCS root. */
    static Lookup onlyPropertyUnder(String prefix) {
        return facts -> {
            List<String> names = facts.properties().stringPropertyNames().stream()
                    .filter(name -> name.startsWith(prefix))
                    .toList();
            return names.size() == 1 ? property(names.get(0)).in(facts) : Optional.empty();
        };
    }

    static Lookup gitRemote() {
        return facts -> facts.git().remoteUrl().map(value -> Sourced.of(value, "git remote"));
    }

    static Lookup gitBranch() {
        return facts -> facts.git().branch().map(value -> Sourced.of(value, "git HEAD"));
    }

    static Lookup gitCommit() {
        return facts -> facts.git().headCommit().map(value -> Sourced.of(value, "git HEAD"));
    }

    /** The only tag at HEAD. */
    static Lookup gitTag() {
        return facts -> facts.git().exactTag().map(value -> Sourced.of(value, "git tag"));
    }

    static Lookup firstOf(Lookup... lookups) {
        return facts ->
                Stream.of(lookups).flatMap(lookup -> lookup.in(facts).stream()).findFirst();
    }

    static Lookup when(Condition condition, Lookup lookup) {
        return facts -> condition.holds(facts) ? lookup.in(facts) : Optional.empty();
    }

    /** Ignores the word that a server writes instead of an empty value. */
    static Lookup unless(String nothing, Lookup lookup) {
        return facts -> lookup.in(facts).filter(found -> !found.value().equalsIgnoreCase(nothing));
    }
}
