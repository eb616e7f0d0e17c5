package io.github.artifactpublisher.maven.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.integrity.IntegrityException.Mismatch;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.publish.PublishedSet;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

/** The log lines of a publication. */
class LogListenerTest {
    private final List<CharSequence> debug = new ArrayList<>();
    private final List<CharSequence> info = new ArrayList<>();
    private final List<CharSequence> warnings = new ArrayList<>();
    private final Log log = new SystemStreamLog() {
        @Override
        public void debug(CharSequence line) {
            debug.add(line);
        }

        @Override
        public void info(CharSequence line) {
            info.add(line);
        }

        @Override
        public void warn(CharSequence line) {
            warnings.add(line);
        }
    };
    private final LogListener listener = new LogListener(log, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void requestsAreCountedByKind() {
        listener.sent("PutObject");
        listener.sent("GetObject");
        listener.sent("PutObject");

        listener.logRequests();

        assertThat(debug).containsExactly("3 requests: 1 GetObject, 2 PutObject");
    }

    @Test
    void aCopyThatDiffersCountsAsNoAttempt() {
        listener.copyDiffers(new KeyPrefix("a").key("b"), new Mismatch("ETag", "aa", "bb"));

        assertThat(warnings)
                .containsExactly("Verification of a/b failed (ETag: expected aa, received bb). The server made this"
                        + " object as a copy. Uploading the file instead");
    }

    @Test
    void aPublishedSetHasItsSummary() {
        listener.published(new PublishedSet(new KeyPrefix("a"), "s3://builds/a/", List.of()));

        assertThat(info)
                .contains(
                        "0 files, 0 B stored as 0 B (ratio -) in 0.0 s",
                        "Published 0 files (0 B) to s3://builds/a/ (manifest.json, SHA256SUMS)");
    }
}
