package io.github.artifactpublisher.ci;

import io.github.artifactpublisher.git.CommitId;
import io.github.artifactpublisher.text.Sourced;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which build this is. Of branch, pull request and tag at most one is there: a pull request's build has no branch of
 * its own, because what most CI servers call "branch" in it is the one it is to be merged into. Immutable.
 *
 * @param server the name of the CI server, {@code no CI server} or {@code unknown CI server}
 * @param slug the repository that is built
 * @param branch the branch of a push, empty if the build is for a pull request or a tag or nothing says it
 * @param pullRequest the pull request, with its topic branch
 * @param tag the tag, without {@code refs/tags/}; legal by {@code git-check-ref-format(1)}
 * @param commit the commit that is built: git's HEAD, or what the server says where git does not know it; for a pull
 *     request often a temporary merge commit
 * @param buildNumber the number that the server counts builds with; on some servers any text
 * @param buildUrl the build's page, an {@code http(s)} URL without user info
 * @param untrustedTrigger an event such as {@code pull_request_target} or {@code workflow_run}, in which a build holds
 *     secrets while it may have checked out what a stranger wrote
 * @param mergeQueue the event or branch that says that a queue builds what it may merge later: {@code merge_group} on
 *     GitHub, {@code merge_train} on GitLab
 * @param withoutSecrets the actor whose builds get no secrets from the server, such as {@code dependabot[bot]}
 * @param commitTime when the commit was made, if it is git's HEAD
 * @param sequence a number that is greater for a later build of the same repository on the same server, be it of a
 *     push, a pull request or a tag; empty where the server counts the builds of each workflow, pipeline or job by
 *     themselves
 * @param run what all jobs of one run share, where their build numbers differ
 * @param attempt the number of the attempt of the run or job, where a repeated one keeps its build number
 * @param headMismatch how git's HEAD differs from what the server says; if that is a contradiction, there is no branch
 *     and no tag
 */
public record CiBuild(
        String server,
        Optional<Sourced<RepositorySlug>> slug,
        Optional<Sourced<BranchName>> branch,
        Optional<PullRequest> pullRequest,
        Optional<Sourced<String>> tag,
        Optional<Sourced<CommitId>> commit,
        Optional<Sourced<String>> buildNumber,
        Optional<Sourced<String>> buildUrl,
        Optional<Sourced<String>> untrustedTrigger,
        Optional<Sourced<String>> mergeQueue,
        Optional<Sourced<String>> withoutSecrets,
        Optional<Sourced<Instant>> commitTime,
        Optional<Sourced<Long>> sequence,
        Optional<Sourced<String>> run,
        Optional<Sourced<String>> attempt,
        Optional<HeadMismatch> headMismatch) {
    /**
     * Refuses a build that is for two things at once.
     *
     * @throws IllegalArgumentException if more than one of branch, pull request and tag is given
     */
    public CiBuild {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(slug, "slug");
        Objects.requireNonNull(commit, "commit");
        Objects.requireNonNull(buildNumber, "buildNumber");
        Objects.requireNonNull(buildUrl, "buildUrl");
        Objects.requireNonNull(untrustedTrigger, "untrustedTrigger");
        Objects.requireNonNull(mergeQueue, "mergeQueue");
        Objects.requireNonNull(withoutSecrets, "withoutSecrets");
        Objects.requireNonNull(commitTime, "commitTime");
        Objects.requireNonNull(sequence, "sequence");
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(attempt, "attempt");
        Objects.requireNonNull(headMismatch, "headMismatch");
        if (Stream.of(branch, pullRequest, tag).filter(Optional::isPresent).count() > 1) {
            throw new IllegalArgumentException(
                    "A build is for a branch, a pull request or a tag, not for two of them.");
        }
    }

    /** Whether a CI server builds it, though its kind may not be known. */
    public boolean isOnServer() {
        return !server.equals(CiServers.NO_SERVER);
    }
}
