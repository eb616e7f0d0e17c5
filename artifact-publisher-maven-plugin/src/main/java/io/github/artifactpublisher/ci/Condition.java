package io.github.artifactpublisher.ci;

import java.util.Set;
import java.util.stream.Stream;

/** The condition for a row or a cell of the table of CI servers. */
@FunctionalInterface
interface Condition {
    boolean holds(CiFacts facts);

    static Condition always() {
        return facts -> true;
    }

    static Condition isSet(String... variables) {
        return facts -> Stream.of(variables)
                .anyMatch(variable -> facts.variable(variable).isPresent());
    }

    static Condition isMissing(String variable) {
        return facts -> facts.variable(variable).isEmpty();
    }

    static Condition found(Lookup lookup) {
        return facts -> lookup.in(facts).isPresent();
    }

    /** AppVeyor and Azure write {@code True}. */
    static Condition isTrue(String variable) {
        return facts -> facts.variable(variable)
                .filter(found -> found.value().equalsIgnoreCase("true"))
                .isPresent();
    }

    static Condition isOneOf(String variable, String... values) {
        Set<String> wanted = Set.of(values);
        return facts -> facts.variable(variable)
                .filter(found -> wanted.contains(found.value()))
                .isPresent();
    }

    static Condition not(Condition condition) {
        return facts -> !condition.holds(facts);
    }

    static Condition isTagAtHead(Lookup lookup) {
        return facts -> lookup.in(facts)
                .filter(found -> facts.git().tagsAtHead().contains(found.value()))
                .isPresent();
    }

    default Condition and(Condition other) {
        return facts -> holds(facts) && other.holds(facts);
    }

    default Condition or(Condition other) {
        return facts -> holds(facts) || other.holds(facts);
    }
}
