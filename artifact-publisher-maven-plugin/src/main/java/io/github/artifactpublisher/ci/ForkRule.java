package io.github.artifactpublisher.ci;

import com.google.gson.JsonElement;
import io.github.artifactpublisher.text.Sourced;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides whether a pull request comes from a fork: one cell of the table of CI servers. */
@FunctionalInterface
interface ForkRule {
    /** Returns the origin of the pull request of these inputs. */
    Fork judge(DetectionInputs inputs);

    static ForkRule undocumented() {
        return inputs -> Fork.UNKNOWN;
    }

    /**
     * Compares the repository of the pull request with the repository that it will be merged into. Ignores case: no
     * forge has two owners that differ only in case, and people type URLs.
     */
    static ForkRule differ(Lookup head, Lookup base) {
        return inputs -> {
            Optional<String> from = head.in(inputs).map(Sourced::value);
            Optional<String> to = base.in(inputs).map(Sourced::value);
            if (from.isEmpty() || to.isEmpty()) {
                return Fork.UNKNOWN;
            }
            return from.get().equalsIgnoreCase(to.get()) ? Fork.NO : Fork.YES;
        };
    }

    static ForkRule flag(String variable) {
        return inputs -> inputs.variable(variable)
                .map(found -> found.value().equalsIgnoreCase("true")
                        ? Fork.YES
                        : found.value().equalsIgnoreCase("false") ? Fork.NO : Fork.UNKNOWN)
                .orElse(Fork.UNKNOWN);
    }

    static ForkRule yesIf(Condition condition) {
        return inputs -> condition.holds(inputs) ? Fork.YES : Fork.UNKNOWN;
    }

    static ForkRule noIf(Condition condition) {
        return inputs -> condition.holds(inputs) ? Fork.NO : Fork.UNKNOWN;
    }

    /** GitHub's event has null for the repository of a pull request whose fork was deleted. */
    static ForkRule yesIfRepositoryIsGone() {
        return inputs -> Lookup.eventElement(inputs, "pull_request", "head", "repo")
                .filter(JsonElement::isJsonNull)
                .map(gone -> Fork.YES)
                .orElse(Fork.UNKNOWN);
    }

    /** The result of the first rule that is not {@link Fork#UNKNOWN}. */
    static ForkRule firstToKnow(ForkRule... rules) {
        return inputs -> Stream.of(rules)
                .map(rule -> rule.judge(inputs))
                .filter(fork -> fork != Fork.UNKNOWN)
                .findFirst()
                .orElse(Fork.UNKNOWN);
    }
}
