package io.github.artifactpublisher.maven.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.store.RetryEvent;
import io.github.artifactpublisher.store.UnansweredRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages about requests that are retried or wait for an answer. */
class RetryMessagesTest {
    private static final RetryEvent RETRY = new RetryEvent(
            "PutObject",
            "s3://builds/a/app.jar.gz",
            "s3.example.com:443",
            2,
            "503 SlowDown Please\nreduce",
            Duration.ofMillis(1640),
            Duration.ofSeconds(170));

    @Test
    void aRetryIsLoggedWithServerCauseAndPause() {
        assertThat(RetryMessages.retrying(RETRY))
                .isEqualTo("PutObject s3://builds/a/app.jar.gz failed at s3.example.com:443 (attempt 2: 503 SlowDown"
                        + " Please\\u000areduce). Retrying in 1.6 s (attempt 3), for at most 170.0 s");
    }

    @Test
    void aHeaderThatTheServerRejectsIsNamed() {
        assertThat(RetryMessages.refused("s3.example.com:443", "x-amz-checksum-*"))
                .isEqualTo(
                        "The server s3.example.com:443 rejects the header x-amz-checksum-*. This run sends all further"
                                + " requests without it; Content-MD5 and ETag are still checked");
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "1, '; 1 other request is also waiting'", "15, '; 15 other requests are also waiting'"})
    void aRequestWithoutAnAnswerIsLogged(int others, String end) {
        UnansweredRequest request = new UnansweredRequest(
                "PutObject", "s3://builds/a\nb", "s3.example.com:443", 1, Duration.ofSeconds(15), others);

        assertThat(RetryMessages.waiting(request))
                .isEqualTo("Waiting for s3.example.com:443: PutObject s3://builds/a\\u000ab (attempt 1) has no complete"
                        + " answer after 15.0 s" + end);
    }
}
