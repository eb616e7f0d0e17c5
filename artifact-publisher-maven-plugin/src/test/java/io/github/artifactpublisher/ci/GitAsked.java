package io.github.artifactpublisher.ci;

import io.github.artifactpublisher.git.GitCommand;
import io.github.artifactpublisher.git.GitException;
import io.github.artifactpublisher.git.UntrackedFiles;
import java.nio.file.Path;

/** A program that asks git, for a test to run with another PATH. */
public final class GitAsked {
    private GitAsked() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        System.out.println(new GitCommand(folder).headCommit().orElse("none") + " " + untracked(folder));
    }

    private static String untracked(Path folder) {
        try {
            return new UntrackedFiles().below(folder).toString();
        } catch (GitException e) {
            return e.fault().name();
        }
    }
}
