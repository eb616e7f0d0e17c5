package io.github.artifactpublisher.maven.message;

import io.github.artifactpublisher.ci.BuildRef;
import io.github.artifactpublisher.ci.CiBuild;
import io.github.artifactpublisher.ci.HeadMismatch;
import io.github.artifactpublisher.ci.RepositorySlug;
import io.github.artifactpublisher.git.CommitId;
import io.github.artifactpublisher.text.Sourced;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the messages about the identity of the build: repository, branch and commit. */
public final class IdentityMessages {
    private IdentityMessages() {}

    /** Returns the line with the detected repository, branch and commit, each with its source. */
    public static String found(CiBuild build, Optional<Sourced<RepositorySlug>> slug, BuildRef.Published ref) {
        String parts = Stream.of(
                        slug.map(found -> part("repository", found)),
                        ref.name().map(name -> part("branch", name)),
                        build.pullRequest().map(pr -> "pull request " + pr.number() + " (" + pr.numberSource() + ")"),
                        build.commit().map(commit -> part("commit", commit.map(CommitId::abbreviated))))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return build.server() + ": "
                + (parts.isEmpty()
                        ? "neither the environment nor git names a repository, a branch or a commit"
                        : parts);
    }

    private static String part(String name, Sourced<?> value) {
        return name + " " + value.value() + " (" + value.source() + ")";
    }

    /** The error about a HEAD that is not the commit of the CI server. */
    static String contradiction(HeadMismatch mismatch) {
        String claimed = stated(mismatch);
        return switch (mismatch.relation()) {
                    case UNRELATED ->
                        "The commit that is built, " + head(mismatch) + ", is neither " + claimed
                                + " nor a descendant of it";
                    case OTHER_BRANCH ->
                        "The commit that is built, " + head(mismatch) + ", is not on " + name(mismatch)
                                + mismatch.stated()
                                        .map(stated -> ", whose commit is " + commit(stated))
                                        .orElse("");
                    case UNKNOWN -> throw new IllegalArgumentException("no contradiction: " + mismatch);
                }
                + "; nothing was published. Set artifacts.branch to the branch or tag that is built"
                + " (and artifacts.slug, if the repository is another one), or check out the commit that the CI server names.";
    }

    /** The warning that a shallow clone does not show whether HEAD descends from the commit of the CI server. */
    public static String unknown(HeadMismatch mismatch) {
        return "The commit that is built, " + head(mismatch) + ", is not " + stated(mismatch)
                + ", and this clone does not show whether it is a descendant. The files are published for "
                + mismatch.name().value()
                + ". If that is wrong, set artifacts.branch. With more history in the clone, the plugin can check it.";
    }

    private static String head(HeadMismatch mismatch) {
        return mismatch.head() + " (git HEAD"
                + mismatch.found().map(found -> ", " + found).orElse("") + ")";
    }

    private static String stated(HeadMismatch mismatch) {
        return mismatch.stated()
                .map(stated -> commit(stated) + " of " + name(mismatch))
                .orElseGet(() -> "the commit of " + name(mismatch));
    }

    private static String commit(Sourced<CommitId> stated) {
        return stated.value() + " (" + stated.source() + ")";
    }

    private static String name(HeadMismatch mismatch) {
        return mismatch.name().value() + " (" + mismatch.name().source() + ")";
    }
}
