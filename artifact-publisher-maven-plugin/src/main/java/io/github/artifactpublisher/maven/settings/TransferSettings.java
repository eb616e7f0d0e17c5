package io.github.artifactpublisher.maven.settings;

import io.github.artifactpublisher.publish.TransferLimits;
import io.github.artifactpublisher.store.s3.settings.RequestOptions;
import io.github.artifactpublisher.store.s3.settings.RequestOptions.Checksums;
import io.github.artifactpublisher.text.ByteSize;
import io.github.artifactpublisher.text.Sourced;
import java.time.Duration;
import java.util.Optional;

/** Reads how much may be under way at once, and how requests are sent. */
final class TransferSettings {
    private static final int DEFAULT_CONCURRENCY = 16;
    private static final long DEFAULT_MEMORY = 64L << 20;
    private static final long DEFAULT_THRESHOLD = 16L << 20;

    private static final Duration MIN_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration MAX_DURATION = Duration.ofHours(24);

    private final Settings settings;

    TransferSettings(Settings settings) {
        this.settings = settings;
    }

    TransferLimits limits() {
        long memory = memory();
        return new TransferLimits(
                memory,
                threshold(memory),
                settings.number("artifacts.concurrency", 1, 64).orElse(DEFAULT_CONCURRENCY));
    }

    RequestOptions requests() {
        return new RequestOptions(
                duration("artifacts.retryFor", Duration.ZERO).orElse(RequestOptions.DEFAULTS.retryFor()),
                duration("artifacts.requestTimeout", MIN_TIMEOUT).orElse(RequestOptions.DEFAULTS.timeout()),
                settings.choice("artifacts.checksums", Checksums.class).orElse(RequestOptions.DEFAULTS.checksums()));
    }

    private Optional<Duration> duration(String property, Duration least) {
        return settings.text(property).map(given -> {
            Duration duration = Settings.parsed(given, TimeSpan::parse, "is no duration such as 90s, 3m or PT3M");
            if (duration.compareTo(least) < 0 || duration.compareTo(MAX_DURATION) > 0) {
                throw refused(
                        given,
                        "which is not possible",
                        "Set it to " + (least.isZero() ? "0" : least.toSeconds() + "s") + " or more, up to "
                                + MAX_DURATION.toHours() + "h.");
            }
            return duration;
        });
    }

    private long memory() {
        Optional<Sourced<String>> given = settings.text("artifacts.memory");
        long memory = given.map(text -> Settings.parsedSize(text).bytes()).orElse(DEFAULT_MEMORY);
        if (memory < TransferLimits.MIN_MEMORY) {
            throw refused(
                    given.orElseThrow(),
                    "which is too little: S3 takes no parts of less than "
                            + ByteSize.format(TransferLimits.MIN_THRESHOLD) + ", and two must fit",
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
