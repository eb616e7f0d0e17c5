package io.github.artifactpublisher.maven.settings;

import io.github.artifactpublisher.publish.TransferLimits;
import io.github.artifactpublisher.text.ByteSize;
import io.github.artifactpublisher.text.Sourced;
import java.util.Optional;

/** Reads how uploads use the memory. */
final class TransferSettings {
    private static final long DEFAULT_MEMORY = 64L << 20;
    private static final long DEFAULT_THRESHOLD = 16L << 20;

    private final Settings settings;

    TransferSettings(Settings settings) {
        this.settings = settings;
    }

    /**
     * Reads the limits.
     *
     * @param concurrency the number of files that are uploaded at the same time
     */
    TransferLimits limits(int concurrency) {
        long memory = memory();
        return new TransferLimits(memory, threshold(memory), concurrency);
    }

    private long memory() {
        Optional<Sourced<String>> given = settings.text("artifacts.memory");
        long memory = given.map(text -> Settings.parsedSize(text).bytes()).orElse(DEFAULT_MEMORY);
        if (memory < TransferLimits.MIN_MEMORY) {
            throw refused(
                    given.orElseThrow(),
                    "which is too small: S3 allows no parts of less than "
                            + ByteSize.format(TransferLimits.MIN_THRESHOLD) + ", and two parts must fit",
                    "Set it to at least 10MiB.");
        }
        return memory;
    }

    private long threshold(long memory) {
        Optional<Sourced<String>> given = settings.text("artifacts.multipartThreshold");
        long threshold =
                given.map(text -> Settings.parsedSize(text).bytes()).orElse(Math.min(DEFAULT_THRESHOLD, memory / 2));
        if (threshold < TransferLimits.MIN_THRESHOLD || threshold > TransferLimits.MAX_THRESHOLD) {
            throw refused(given.orElseThrow(), "which S3 does not allow", "Set it to 5MiB or more, up to 5GiB.");
        }
        if (2 * threshold > memory) {
            throw refused(
                    given.orElseThrow(),
                    "which is more than half of artifacts.memory, " + ByteSize.format(memory),
                    "Lower it, or set artifacts.memory to at least " + 2 * threshold + " ("
                            + ByteSize.format(2 * threshold) + ").");
        }
        return threshold;
    }

    private static SettingException refused(Sourced<String> given, String reason, String advice) {
        return new SettingException(given.source(), "is '" + given.value() + "', " + reason, advice);
    }
}
