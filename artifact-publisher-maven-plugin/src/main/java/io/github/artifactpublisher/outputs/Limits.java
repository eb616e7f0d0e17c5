package io.github.artifactpublisher.outputs;

import io.github.artifactpublisher.outputs.LimitException.FileSize;
import io.github.artifactpublisher.outputs.SelectionException.Fault;
import io.github.artifactpublisher.text.ByteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The limits of a set. Files count before they are gzipped, and once even if there are several targets.
 *
 * @param maxSize the size of all files together
 * @param maxFiles the number of files
 */
public record Limits(Optional<ByteSize> maxSize, OptionalInt maxFiles) {
    private static final int MAX_NAMED = 5;

    /**
     * Refuses 0, which could be meant as "no limit".
     *
     * @throws SelectionException if a limit is 0
     */
    public Limits {
        maxSize.ifPresent(size -> requirePositive("maxSize", size.bytes()));
        maxFiles.ifPresent(count -> requirePositive("maxFiles", count));
    }

    /**
     * Compares the files with the limits.
     *
     * @throws LimitException if they are too many or too large
     * @throws SelectionException if the size of one cannot be read
     */
    public void check(List<Output> outputs) {
        List<FileSize> files =
                new ArrayList<>(outputs.stream().map(Limits::size).toList());
        files.sort(Comparator.comparingLong(FileSize::size).reversed().thenComparing(FileSize::name));
        long total = files.stream().mapToLong(FileSize::size).sum();
        List<FileSize> largest = files.subList(0, Math.min(MAX_NAMED, files.size()));
        if (maxFiles.isPresent() && files.size() > maxFiles.getAsInt()) {
            throw new LimitException(Fault.TOO_MANY, maxFiles.getAsInt(), files.size(), largest);
        }
        if (maxSize.isPresent() && total > maxSize.get().bytes()) {
            throw new LimitException(Fault.TOO_LARGE, maxSize.get().bytes(), total, largest);
        }
    }

    private static FileSize size(Output output) {
        try {
            return new FileSize(output.name(), Files.size(output.file()));
        } catch (IOException e) {
            throw new SelectionException(Fault.UNREADABLE, output.name(), "cannot be read", e);
        }
    }

    private static void requirePositive(String limit, long value) {
        if (value < 1) {
            throw new SelectionException(Fault.BAD_LIMIT, limit, "is " + value + ": remove it to have no limit");
        }
    }
}
