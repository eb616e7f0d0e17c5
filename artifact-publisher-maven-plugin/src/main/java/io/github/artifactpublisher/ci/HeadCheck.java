package io.github.artifactpublisher.ci;

import io.github.artifactpublisher.ci.HeadMismatch.Relation;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Compares git's HEAD with the build that a CI server's variables describe. A workflow that checks out another ref, or
 * release:perform, builds another commit than the variables name, and must not get the path of their branch.
 */
final class HeadCheck {
    private final GitView git;
    private final CiClaim claim;
    private final Optional<CommitId> head;

    HeadCheck(GitView git, CiClaim claim, Optional<CommitId> head) {
        this.git = git;
        this.claim = claim;
        this.head = head;
    }

    /** The tag at a detached HEAD that the variables do not describe, as release:perform checks it out. */
    Optional<Sourced<String>> otherTag() {
        return isComparable() && claim.pullRequest().isEmpty() && git.branch().isEmpty() && !isDescribed()
                ? git.exactTag().map(tag -> Sourced.of(tag, "git tag"))
                : Optional.empty();
    }

    /** Of a branch only its own commit is described: a tagged commit above it is a release that was made of it. */
    private boolean isDescribed() {
        if (claim.commit().isEmpty()) {
            return claim.tag().isPresent() || isAtRemoteBranch(this::isClaimed);
        }
        CommitId commit = claim.commit().get().value();
        return claim.tag().isPresent()
                ? git.headContains(commit).orElse(false)
                : head.get().equals(commit);
    }

    /** What speaks against the variables; empty if nothing does, or if there is nothing to compare. */
    Optional<HeadMismatch> mismatch() {
        return isComparable() ? relation().map(this::mismatch) : Optional.empty();
    }

    private boolean isComparable() {
        return head.isPresent()
                && claim.name()
                        .filter(name -> !name.source().startsWith("git "))
                        .isPresent();
    }

    private Optional<Relation> relation() {
        if (claim.commits().isEmpty()) {
            return Optional.of(Relation.OTHER_BRANCH)
                    .filter(other -> claim.branch().isPresent() && isOnOtherBranch());
        }
        List<Optional<Boolean>> contained = Stream.concat(
                        claim.commits().stream().map(stated -> git.headContains(stated.value())),
                        claim.unknownMerge().stream().map(git::headIsMergedBy))
                .toList();
        if (contained.contains(Optional.of(true))) {
            return Optional.of(Relation.OTHER_BRANCH).filter(other -> isPushedElsewhere());
        } else if (!contained.contains(Optional.<Boolean>empty())) {
            return Optional.of(Relation.UNRELATED);
        }
        return Optional.of(isOnOtherBranch() ? Relation.OTHER_BRANCH : Relation.UNKNOWN);
    }

    private boolean isOnOtherBranch() {
        return git.branch().filter(local -> !isClaimed(local)).isPresent();
    }

    /** A commit above that of the variables, which the remote has on another branch, was not made by this build. */
    private boolean isPushedElsewhere() {
        return claim.branch().isPresent()
                && claim.commits().stream().noneMatch(stated -> stated.value().equals(head.get()))
                && isAtRemoteBranch(branch -> true)
                && !isAtRemoteBranch(this::isClaimed);
    }

    private boolean isAtRemoteBranch(Predicate<String> wanted) {
        return git.remoteBranchesAtHead().stream()
                .map(remote -> remote.substring(remote.indexOf('/') + 1))
                .anyMatch(wanted);
    }

    private boolean isClaimed(String branch) {
        return claim.branch().isPresent()
                ? claim.branch().get().value().value().equals(branch)
                : claim.pullRequest().isPresent() && claim.isTopic(branch);
    }

    private HeadMismatch mismatch(Relation relation) {
        return new HeadMismatch(
                head.get(), found(), claim.commit(), claim.name().get(), relation);
    }

    private Optional<String> found() {
        return git.branch()
                .or(() -> git.exactTag().isPresent()
                        ? Optional.empty()
                        : git.remoteBranchesAtHead().stream().findFirst())
                .map(branch -> "branch " + branch)
                .or(() -> git.exactTag().map(tag -> "tag " + tag));
    }
}
