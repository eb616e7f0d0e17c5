package io.github.artifactpublisher.ci;

import java.util.Set;
import java.util.stream.Stream;

/** The condition for a row or a cell of the table of CI servers. */
@FunctionalInterface
interface Condition {
    /** Whether the condition holds for these inputs. */
    boolean holds(DetectionInputs inputs);

    static Condition always() {
        return inputs -> true;
    }

    static Condition isSet(String... variables) {
        return inputs -> Stream.of(variables)
                .anyMatch(variable -> inputs.variable(variable).isPresent());
    }

    static Condition isMissing(String variable) {
        return inputs -> inputs.variable(variable).isEmpty();
    }

    static Condition found(Lookup lookup) {
        return inputs -> lookup.in(inputs).isPresent();
    }

    /** AppVeyor and Azure write {@code True}. */
    static Condition isTrue(String variable) {
        return inputs -> inputs.variable(variable)
                .filter(found -> found.value().equalsIgnoreCase("true"))
                .isPresent();
    }

    static Condition isOneOf(String variable, String... values) {
        Set<String> wanted = Set.of(values);
        return inputs -> inputs.variable(variable)
                .filter(found -> wanted.contains(found.value()))
                .isPresent();
    }

    static Condition not(Condition condition) {
        return inputs -> !condition.holds(inputs);
    }

    static Condition isTagAtHead(Lookup lookup) {
        return inputs -> lookup.in(inputs)
                .filter(found -> inputs.git().tagsAtHead().contains(found.value()))
                .isPresent();
    }

    default Condition and(Condition other) {
        return inputs -> holds(inputs) && other.holds(inputs);
    }

    default Condition or(Condition other) {
        return inputs -> holds(inputs) || other.holds(inputs);
    }
}
