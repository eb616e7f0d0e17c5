package io.github.artifactpublisher.outputs;

import io.github.artifactpublisher.outputs.LimitException.Measured;
import io.github.artifactpublisher.outputs.SelectionException.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How much may be published at once: of the files as they lie there, before they are gzipped, and each counted once,
 * however many targets it has.
 *
 * @param maxSize of all files together
 * @param maxFiles how many
 */
public record Limits(Optional<ByteSize> maxSize, OptionalInt maxFiles) {
    private static final int MOST_NAMED = 5;

    /** Checks that a limit lets something pass: who writes 0 may mean that there is none. */
    public Limits {
        maxSize.ifPresent(size -> requirePositive("maxSize", size.bytes()));
        maxFiles.ifPresent(count -> requirePositive("maxFiles", count));
    }

    /**
     * Measures the files.
     *
     * @throws LimitException if they are too many or too large
     * @throws SelectionException if the size of one cannot be read
     */
    public void check(List<Output> outputs) {
        List<Measured> files =
                new ArrayList<>(outputs.stream().map(Limits::measured).toList());
        files.sort(Comparator.comparingLong(Measured::size).reversed().thenComparing(Measured::name));
        long total = files.stream().mapToLong(Measured::size).sum();
        List<Measured> largest = files.subList(0, Math.min(MOST_NAMED, files.size()));
        if (maxFiles.isPresent() && files.size() > maxFiles.getAsInt()) {
            throw new LimitException(Fault.TOO_MANY, maxFiles.getAsInt(), files.size(), largest);
        }
        if (maxSize.isPresent() && total > maxSize.get().bytes()) {
            throw new LimitException(Fault.TOO_LARGE, maxSize.get().bytes(), total, largest);
        }
    }

    private static Measured measured(Output output) {
        try {
            return new Measured(output.name(), Files.size(output.file()));
        } catch (IOException e) {
            throw new SelectionException(Fault.UNREADABLE, output.name(), "cannot be read", e);
        }
    }

    private static void requirePositive(String limit, long value) {
        if (value < 1) {
            throw new SelectionException(Fault.BAD_LIMIT, limit, "is " + value + ": leave it out to have no limit");
        }
    }
}
