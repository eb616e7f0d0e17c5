package io.github.artifactpublisher.ci;

import io.github.artifactpublisher.ci.HeadMismatch.Relation;
import io.github.artifactpublisher.git.CommitId;
import io.github.artifactpublisher.git.GitView;
import io.github.artifactpublisher.text.Sourced;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares git's HEAD with the build that a CI server's variables describe. A workflow that checks out another ref, or
 * release:perform, builds another commit than the variables name, and must not be published for their branch.
 */
final class HeadCheck {
    private final GitView git;
    private final DescribedBuild described;
    private final Optional<RepositorySlug> slug;
    private final Optional<CommitId> head;

    HeadCheck(GitView git, DescribedBuild described, Optional<RepositorySlug> slug, Optional<CommitId> head) {
        this.git = git;
        this.described = described;
        this.slug = slug;
        this.head = head;
    }

    /** The tag at a detached HEAD that the variables do not describe, as release:perform checks it out. */
    Optional<Sourced<String>> otherTag() {
        return mayBeOtherTag() ? git.exactTag().map(tag -> Sourced.of(tag, "git tag")) : Optional.empty();
    }

    private boolean mayBeOtherTag() {
        return isComparable()
                && described.pullRequest().isEmpty()
                && git.branch().isEmpty()
                && !isDescribed();
    }

    /** For a branch, only its own commit matches: a tagged commit on top of it is a release that was made from it. */
    private boolean isDescribed() {
        if (described.commit().isEmpty()) {
            return described.tag().isPresent() || isAtRemoteBranch(this::isDescribedBranch);
        }
        CommitId commit = described.commit().get().value();
        return described.tag().isPresent()
                ? git.headContains(commit).orElse(false)
                : head.get().equals(commit);
    }

    /** The difference between HEAD and the variables; empty if there is none, or nothing to compare. */
    Optional<HeadMismatch> mismatch() {
        return isComparable() ? relation().or(this::severalTags).map(this::mismatch) : Optional.empty();
    }

    private boolean isComparable() {
        return head.isPresent()
                && described
                        .name()
                        .filter(name -> !name.source().startsWith("git "))
                        .isPresent();
    }

    /** With several tags at a detached HEAD, it is not known which one is built. */
    private Optional<Relation> severalTags() {
        return Optional.of(Relation.OTHER_BRANCH)
                .filter(other -> git.tagsAtHead().size() > 1 && mayBeOtherTag());
    }

    private Optional<Relation> relation() {
        if (described.commits().isEmpty()) {
            return Optional.of(Relation.OTHER_BRANCH)
                    .filter(other -> described.branch().isPresent() && isOnOtherBranch());
        }
        List<Optional<Boolean>> contained = Stream.concat(
                        described.commits().stream().map(stated -> git.headContains(stated.value())),
                        described.unknownMerge().stream().map(git::headIsMergedBy))
                .toList();
        if (contained.contains(Optional.of(true))) {
            return Optional.of(Relation.OTHER_BRANCH).filter(other -> isPushedToOtherBranch());
        } else if (!contained.contains(Optional.<Boolean>empty())) {
            return Optional.of(Relation.UNRELATED);
        }
        return Optional.of(
                isOnOtherBranch()
                                || isPushedToOtherBranch()
                                || otherRepository().isPresent()
                                || severalTags().isPresent()
                        ? Relation.OTHER_BRANCH
                        : Relation.UNKNOWN);
    }

    /**
     * The repository of the remote, if it is certainly not the one of the variables. If a server is below a path, its
     * URLs contain a longer name than its variables.
     */
    private Optional<RepositorySlug> otherRepository() {
        return described.pullRequest().isPresent()
                ? Optional.empty()
                : slug.flatMap(expected -> git.remoteUrl()
                        .flatMap(HeadCheck::slugOf)
                        .filter(remote -> !isWithin(remote, expected) && !isWithin(expected, remote)));
    }

    private static boolean isWithin(RepositorySlug one, RepositorySlug other) {
        return ("/" + other).toLowerCase(Locale.ROOT).endsWith(("/" + one).toLowerCase(Locale.ROOT));
    }

    private static Optional<RepositorySlug> slugOf(String remote) {
        try {
            return RepositorySlug.fromRemote(remote);
        } catch (IllegalArgumentException noSlug) {
            return Optional.empty();
        }
    }

    private boolean isOnOtherBranch() {
        return git.branch().filter(local -> !isDescribedBranch(local)).isPresent();
    }

    /**
     * A later commit than that of the variables, which the remote has on another branch, was not made by this build.
     */
    private boolean isPushedToOtherBranch() {
        return described.branch().isPresent()
                && described.commits().stream()
                        .noneMatch(stated -> stated.value().equals(head.get()))
                && isAtRemoteBranch(branch -> true)
                && !isAtRemoteBranch(this::isDescribedBranch);
    }

    private boolean isAtRemoteBranch(Predicate<String> wanted) {
        return git.remoteBranchesAtHead().stream()
                .map(remote -> remote.substring(remote.indexOf('/') + 1))
                .anyMatch(wanted);
    }

    private boolean isDescribedBranch(String branch) {
        return described.branch().isPresent()
                ? described.branch().get().value().value().equals(branch)
                : described.pullRequest().isPresent() && described.isTopic(branch);
    }

    private HeadMismatch mismatch(Relation relation) {
        String found = Stream.of(found(), otherRepository().map(repository -> "of " + repository))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return new HeadMismatch(
                head.get(),
                Optional.of(found).filter(text -> !text.isEmpty()),
                described.commit(),
                described.name().get(),
                relation);
    }

    private Optional<String> found() {
        List<String> tags = git.tagsAtHead();
        return git.branch()
                .or(() -> tags.isEmpty() ? git.remoteBranchesAtHead().stream().findFirst() : Optional.empty())
                .map(branch -> "branch " + branch)
                .or(() -> tags.isEmpty()
                        ? Optional.empty()
                        : Optional.of((tags.size() == 1 ? "tag " : "tags ") + String.join(", ", tags)));
    }
}
