package io.github.artifactpublisher.ci;

import io.github.artifactpublisher.git.GitCommand;
import io.github.artifactpublisher.outputs.GitUntrackedFiles;
import io.github.artifactpublisher.outputs.SelectionException;
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
            return new GitUntrackedFiles().below(folder).toString();
        } catch (SelectionException e) {
            return e.fault().name();
        }
    }
}
