package io.github.artifactpublisher.ci;

import io.github.artifactpublisher.git.CommitId;
import io.github.artifactpublisher.text.Sourced;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The build that the variables of a CI server describe. At most one of branch, pull request and tag is present.
 *
 * @param commit the commit
 * @param topicCommit the last commit of the pull request's own branch, if {@code commit} is a merge
 * @param branch the branch of a push
 * @param pullRequest the pull request
 * @param tag the tag
 */
record DescribedBuild(
        Optional<Sourced<CommitId>> commit,
        Optional<Sourced<CommitId>> topicCommit,
        Optional<Sourced<BranchName>> branch,
        Optional<PullRequest> pullRequest,
        Optional<Sourced<String>> tag) {
    /** The commits that may be at HEAD: a pull request is built with or without the merge. */
    List<Sourced<CommitId>> commits() {
        return Stream.of(commit, topicCommit.filter(topic -> pullRequest.isPresent()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The commit of a pull request, possibly a merge, if no variable names the last commit of its own branch. */
    Optional<CommitId> unknownMerge() {
        return commit.map(Sourced::value).filter(merge -> pullRequest.isPresent() && topicCommit.isEmpty());
    }

    /** The branch, pull request or tag as shown to users, and the variable that names it. */
    Optional<Sourced<String>> name() {
        return branch.map(found -> found.map(value -> "branch " + value.value()))
                .or(() -> tag.map(found -> found.map(value -> "tag " + value)))
                .or(() -> pullRequest.map(found -> Sourced.of("pull request " + found.number(), found.numberSource())));
    }

    /** Whether a local branch may be the pull request's own; true if no variable names that branch. */
    boolean isTopic(String local) {
        return pullRequest
                .flatMap(PullRequest::source)
                .map(source -> source.value().value().equals(local))
                .orElse(true);
    }
}
