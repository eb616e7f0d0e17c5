package io.github.artifactpublisher.outputs;

import java.nio.file.Path;
import java.util.List;

/** Knows what version control neither tracks nor ignores. */
public interface UntrackedFiles {
    /**
     * The untracked files below a folder, of whatever kind: links and pipes among them.
     *
     * @return paths relative to the folder, their segments divided by {@code /}; one that ends with {@code /} is a
     *     repository of its own, whose files are not listed
     * @throws SelectionException if it cannot be told
     */
    List<String> below(Path folder);
}
