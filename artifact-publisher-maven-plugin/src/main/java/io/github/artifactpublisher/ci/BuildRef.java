package io.github.artifactpublisher.ci;

import io.github.artifactpublisher.text.Sourced;
import java.util.Collection;
import java.util.Optional;

/** The decision about a build: the name that it is published under, or the reason why it is not published. */
public sealed interface BuildRef {
    /**
     * The build is published.
     *
     * @param name the value of {@code {branch}} in its path: the branch, the tag, or {@code pull/NUMBER}; empty if it
     *     is not known
     */
    record Published(Optional<Sourced<String>> name) implements BuildRef {}

    /**
     * The build passes without being published.
     *
     * @param reason why it is not published, as a clause
     * @param fork whether it is because the pull request comes from a fork
     */
    record Skipped(String reason, boolean fork) implements BuildRef {}

    /**
     * The build is not published unless the user names its trigger as trusted.
     *
     * @param trigger the event, and the variable that said it
     */
    record Refused(Sourced<String> trigger) implements BuildRef {}

    /**
     * The build is not published unless the user says which branch is built.
     *
     * @param mismatch how git's HEAD contradicts the CI server
     */
    record Contradicted(HeadMismatch mismatch) implements BuildRef {}

    /**
     * Decides the name that a build is published under. A pull request never gets the path of the branch that it is to
     * be merged into, and one that may come from a fork never gets a branch's path at all, since a fork's branch may be
     * called {@code main}.
     *
     * @param given the branch that the user has set, which decides for every build but those of pull requests that may
     *     come from a fork or are to be merged into it
     * @param trusted the triggers that the user has named as trusted
     */
    static BuildRef of(
            CiBuild build, PullRequestMode mode, Optional<Sourced<BranchName>> given, Collection<String> trusted) {
        Optional<Sourced<String>> untrusted = build.untrustedTrigger().filter(trigger -> isNew(trigger, trusted));
        Optional<Sourced<String>> queue = build.mergeQueue().filter(trigger -> isNew(trigger, trusted));
        if (untrusted.isPresent()) {
            return new Refused(untrusted.get());
        } else if (queue.isPresent()) {
            return queued(queue.get());
        }
        return build.pullRequest()
                .flatMap(pullRequest -> skipped(pullRequest, mode))
                .orElseGet(() -> named(build, mode, given.filter(branch -> mayBe(branch, build))));
    }

    private static boolean isNew(Sourced<String> trigger, Collection<String> trusted) {
        return !trusted.contains(trigger.value());
    }

    private static BuildRef queued(Sourced<String> trigger) {
        return new Skipped(
                "a merge queue started this build (" + trigger.source()
                        + "); to publish it, set artifacts.trustedTriggers=" + trigger.value(),
                false);
    }

    private static BuildRef named(CiBuild build, PullRequestMode mode, Optional<Sourced<BranchName>> given) {
        Optional<HeadMismatch> contradiction =
                build.headMismatch().filter(mismatch -> mismatch.isContradiction() && given.isEmpty());
        return contradiction.isPresent()
                ? new Contradicted(contradiction.get())
                : new Published(given.map(BuildRef::text).or(() -> ownName(build, mode)));
    }

    /** A branch that is set for all builds of a job is often the target branch of its pull requests. */
    private static boolean mayBe(Sourced<BranchName> given, CiBuild build) {
        return build.pullRequest()
                .map(pullRequest -> pullRequest.fork() == Fork.NO
                        && pullRequest
                                .target()
                                .map(Sourced::value)
                                .filter(given.value()::equals)
                                .isEmpty())
                .orElse(true);
    }

    private static Optional<BuildRef> skipped(PullRequest pullRequest, PullRequestMode mode) {
        if (pullRequest.fork() == Fork.YES) {
            return Optional.of(new Skipped("pull request " + pullRequest.number() + " comes from a fork", true));
        }
        return mode == PullRequestMode.SKIP
                ? Optional.of(new Skipped(
                        "artifacts.pullRequests=skip, and this is pull request " + pullRequest.number(), false))
                : Optional.empty();
    }

    private static Optional<Sourced<String>> ownName(CiBuild build, PullRequestMode mode) {
        return build.pullRequest()
                .map(pullRequest -> pullRequestName(pullRequest, mode))
                .or(build::tag)
                .or(() -> build.branch().map(BuildRef::text));
    }

    private static Sourced<String> pullRequestName(PullRequest pullRequest, PullRequestMode mode) {
        Sourced<String> byNumber = Sourced.of("pull/" + pullRequest.number(), pullRequest.numberSource());
        boolean branch = mode == PullRequestMode.BRANCH && pullRequest.fork() == Fork.NO;
        return branch ? pullRequest.source().map(BuildRef::text).orElse(byNumber) : byNumber;
    }

    private static Sourced<String> text(Sourced<BranchName> branch) {
        return branch.map(BranchName::value);
    }
}
