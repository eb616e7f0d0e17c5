package io.github.artifactpublisher.git;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Lists the files that git neither tracks nor ignores. Thread-safe. */
public final class UntrackedFiles {
    private final String executable;
    private final Duration timeout;

    /** Uses the {@code git} on the PATH. */
    public UntrackedFiles() {
        this("git", Duration.ofMinutes(5));
    }

    UntrackedFiles(String executable, Duration timeout) {
        this.executable = executable;
        this.timeout = timeout;
    }

    /**
     * Lists the untracked files below a folder, of any kind: also links and pipes.
     *
     * @return paths relative to the folder, with segments separated by {@code /}; one that ends with {@code /} is a git
     *     repository of its own, whose files are not listed
     * @throws GitException if git is missing or fails, or the folder is in no working tree
     */
    public List<String> below(Path folder) {
        String names = new GitProcess(folder, executable, timeout).run("ls-files", "-z", "-o", "--exclude-standard");
        return Arrays.stream(names.split("\0", -1))
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
