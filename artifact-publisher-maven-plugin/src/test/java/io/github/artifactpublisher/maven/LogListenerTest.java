package io.github.artifactpublisher.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

/** How many requests went out is said by their kind. */
class LogListenerTest {
    private final List<CharSequence> debug = new ArrayList<>();
    private final LogListener listener = new LogListener(new SystemStreamLog() {
        @Override
        public void debug(CharSequence line) {
            debug.add(line);
        }
    });

    @Test
    void requestsAreCountedByKind() {
        listener.sent("PutObject");
        listener.sent("GetObject");
        listener.sent("PutObject");

        listener.tellRequests();

        assertThat(debug).containsExactly("3 requests: 1 GetObject, 2 PutObject");
    }
}
