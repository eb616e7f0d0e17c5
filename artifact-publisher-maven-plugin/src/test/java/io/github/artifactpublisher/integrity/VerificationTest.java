package io.github.artifactpublisher.integrity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.store.PutResult;
import io.github.artifactpublisher.store.UploadedPart;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Verifies the answer to a part without a store, because S3Proxy completes no upload whose parts have wrong ETags. */
class VerificationTest {
    private static final Digests SENT = Digests.of("a part".getBytes(UTF_8));
    private static final Digests OTHER = Digests.of("another".getBytes(UTF_8));

    private final Verification verification = new Verification(null);

    @Test
    void aWrongETagOfAPartProvesNothing() {
        assertThatCode(() -> verification.verify(part(Optional.empty()))).doesNotThrowAnyException();
        assertThatCode(() -> verification.verify(part(Optional.of(SENT.sha256()))))
                .doesNotThrowAnyException();
    }

    @Test
    void aWrongSha256OfAPartDoes() {
        assertThatThrownBy(() -> verification.verify(part(Optional.of(OTHER.sha256()))))
                .isInstanceOf(MismatchException.class)
                .hasMessage("part 3: SHA-256: expected " + SENT.sha256() + ", received " + OTHER.sha256());
    }

    private static UploadedPart part(Optional<Sha256> sha256) {
        ETag wrong = new ETag(OTHER.md5().hex());
        PutResult result = new PutResult(Optional.of(wrong), true, sha256, Optional.empty(), Optional.empty());
        return new UploadedPart(3, SENT, result);
    }
}
