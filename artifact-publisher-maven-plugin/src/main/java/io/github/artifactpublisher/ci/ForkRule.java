package io.github.artifactpublisher.ci;

import com.google.gson.JsonElement;
import io.github.artifactpublisher.text.Sourced;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides whether a pull request comes from a fork: one cell of the table of CI servers. */
@FunctionalInterface
interface ForkRule {
    Fork judge(CiFacts facts);

    static ForkRule undocumented() {
        return facts -> Fork.UNKNOWN;
    }

    /**
     * Compares the repository of the pull request with the repository that it will be merged into. Ignores case: no
     * forge has two owners that differ only in case, and people type URLs.
     */
    static ForkRule differ(Lookup head, Lookup base) {
        return facts -> {
            Optional<String> from = head.in(facts).map(Sourced::value);
            Optional<String> to = base.in(facts).map(Sourced::value);
            if (from.isEmpty() || to.isEmpty()) {
                return Fork.UNKNOWN;
            }
            return from.get().equalsIgnoreCase(to.get()) ? Fork.NO : Fork.YES;
        };
    }

    static ForkRule flag(String variable) {
        return facts -> facts.variable(variable)
                .map(found -> found.value().equalsIgnoreCase("true")
                        ? Fork.YES
                        : found.value().equalsIgnoreCase("false") ? Fork.NO : Fork.UNKNOWN)
                .orElse(Fork.UNKNOWN);
    }

    static ForkRule yesIf(Condition condition) {
        return facts -> condition.holds(facts) ? Fork.YES : Fork.UNKNOWN;
    }

    static ForkRule noIf(Condition condition) {
        return facts -> condition.holds(facts) ? Fork.NO : Fork.UNKNOWN;
    }

    /** GitHub's event has null for the repository of a pull request whose fork was deleted. */
    static ForkRule yesIfRepositoryIsGone() {
        return facts -> Lookup.eventElement(facts, "pull_request", "head", "repo")
                .filter(JsonElement::isJsonNull)
                .map(gone -> Fork.YES)
                .orElse(Fork.UNKNOWN);
    }

    /** The result of the first rule that is not {@link Fork#UNKNOWN}. */
    static ForkRule firstToKnow(ForkRule... rules) {
        return facts -> Stream.of(rules)
                .map(rule -> rule.judge(facts))
                .filter(fork -> fork != Fork.UNKNOWN)
                .findFirst()
                .orElse(Fork.UNKNOWN);
    }
}
