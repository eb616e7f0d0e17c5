package io.github.artifactpublisher.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.store.StoreException.Facts;
import io.github.artifactpublisher.store.StoreException.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.EnumSet;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoreExceptionTest {
    private static final Set<Kind> HEALING = EnumSet.of(Kind.SERVER_FAILED, Kind.READ_DAMAGED, Kind.UNREACHABLE);

    @ParameterizedTest
    @EnumSource(Kind.class)
    void onlyAFailureOfServerOrNetworkMayHeal(Kind kind) {
        assertThat(failure(kind, null).mayHeal()).isEqualTo(HEALING.contains(kind));
    }

    @Test
    void aServerThatIsAwayMayComeBack() {
        assertThat(unreachable(new ConnectException("refused")).mayHeal()).isTrue();
        assertThat(unreachable(new SocketTimeoutException("timeout")).mayHeal()).isTrue();
    }

    @Test
    void aHostThatDoesNotExistAndARefusedHandshakeDoNotHeal() {
        assertThat(unreachable(new UnknownHostException("no-such-host")).mayHeal())
                .isFalse();
        assertThat(unreachable(new SSLHandshakeException("handshake_failure")).mayHeal())
                .isFalse();
    }

    @Test
    void aHandshakeThatWasCutMayHeal() {
        IOException cut = new SSLHandshakeException("Remote host terminated the handshake");
        cut.initCause(new EOFException());

        assertThat(unreachable(cut).mayHeal()).isTrue();
    }

    private static StoreException unreachable(IOException cause) {
        return failure(Kind.UNREACHABLE, new IllegalStateException(cause));
    }

    private static StoreException failure(Kind kind, Throwable cause) {
        return new StoreException(
                kind, Facts.before("GetObject", "s3://builds/key", "https://s3.example.com", ""), cause);
    }
}
