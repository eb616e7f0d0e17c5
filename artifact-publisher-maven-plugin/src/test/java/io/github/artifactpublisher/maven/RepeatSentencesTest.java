package io.github.artifactpublisher.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.store.Repeat;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The lines about requests that are sent again. */
class RepeatSentencesTest {
    private static final Repeat REPEAT = new Repeat(
            "PutObject",
            "s3://builds/a/app.jar.gz",
            "s3.example.com:443",
            2,
            "503 SlowDown Please\nreduce",
            Duration.ofMillis(1640),
            Duration.ofSeconds(170));

    @Test
    void aFailureIsToldWithServerCauseAndPause() {
        assertThat(RepeatSentences.repeated(REPEAT))
                .isEqualTo("PutObject s3://builds/a/app.jar.gz failed at s3.example.com:443 (attempt 2: 503 SlowDown"
                        + " Please\\u000areduce); attempt 3 follows in 1.6 s, the last one within 170.0 s");
    }

    @Test
    void aHeaderThatIsRefusedIsNamed() {
        assertThat(RepeatSentences.refused("s3.example.com:443", "x-amz-checksum-*"))
                .isEqualTo("The server s3.example.com:443 refuses the header x-amz-checksum-*; the requests of this run"
                        + " go on without it, and Content-MD5 and ETag are still checked");
    }

    @Test
    void soIsAnAnswerThatDoesNotCome() {
        assertThat(RepeatSentences.waiting(REPEAT, Duration.ofSeconds(15)))
                .isEqualTo("Attempt 3 has no answer after 15.0 s. PutObject s3://builds/a/app.jar.gz failed at"
                        + " s3.example.com:443 (attempt 2: 503 SlowDown Please\\u000areduce)");
    }
}
