package io.github.artifactpublisher.ci;

import io.github.artifactpublisher.git.CommitId;
import io.github.artifactpublisher.text.Sourced;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A build: its repository, branch, pull request or tag, commit and number. At most one of branch, pull request and tag
 * is present: in the build of a pull request, the "branch" of most CI servers is the target branch, so it is not used.
 * Immutable.
 *
 * @param server the name of the CI server, {@code no CI server} or {@code unknown CI server}
 * @param slug the repository that is built
 * @param branch the branch of a push; empty for a pull request or a tag, or if it is not known
 * @param pullRequest the pull request, with its topic branch
 * @param tag the tag, without {@code refs/tags/}; legal by {@code git-check-ref-format(1)}
 * @param commit the commit that is built: git's HEAD, or the server's value if git does not know it; for a pull request
 *     often a temporary merge commit
 * @param buildNumber the number of the build; on some servers any text
 * @param buildUrl the build's page, an {@code http(s)} URL without user info
 * @param untrustedTrigger an event such as {@code pull_request_target} or {@code workflow_run}, whose builds have
 *     secrets although they may have checked out code of strangers
 * @param mergeQueue the event or branch of a merge queue, which builds commits that may be merged later:
 *     {@code merge_group} on GitHub, {@code merge_train} on GitLab
 * @param withoutSecrets the actor whose builds get no secrets from the server, such as {@code dependabot[bot]}
 * @param commitTime when the commit was made, if it is git's HEAD
 * @param sequence a number that is greater for a later build of the same repository on the same server, for pushes,
 *     pull requests and tags together; empty if the server counts the builds of each workflow, pipeline or job
 *     separately
 * @param run a value that is the same for all jobs of a run, if their build numbers differ
 * @param attempt the number of the attempt, if a repeated run or job keeps its build number
 * @param headMismatch the difference between git's HEAD and the server's values; if it is a contradiction, branch and
 *     tag are empty
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

    /** Whether it runs on a CI server, also on an unknown one. */
    public boolean isOnServer() {
        return !server.equals(CiServers.NO_SERVER);
    }
}
