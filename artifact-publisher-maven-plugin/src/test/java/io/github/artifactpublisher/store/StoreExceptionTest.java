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
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoreExceptionTest {
    private static final Set<Kind> TRANSIENT = EnumSet.of(Kind.SERVER_FAILED, Kind.READ_DAMAGED, Kind.UNREACHABLE);

    @ParameterizedTest
    @EnumSource(Kind.class)
    void onlyFailuresOfServerAndNetworkAreTransient(Kind kind) {
        assertThat(failure(kind, null).isTransient()).isEqualTo(TRANSIENT.contains(kind));
    }

    @Test
    void anUnavailableServerIsTransient() {
        assertThat(unreachable(new ConnectException("refused")).isTransient()).isTrue();
        assertThat(unreachable(new SocketTimeoutException("timeout")).isTransient())
                .isTrue();
    }

    @Test
    void anUnknownHostAndARefusedHandshakeAreNotTransient() {
        assertThat(unreachable(new UnknownHostException("no-such-host")).isTransient())
                .isFalse();
        assertThat(unreachable(new SSLHandshakeException("handshake_failure")).isTransient())
                .isFalse();
    }

    @Test
    void aHandshakeWhoseConnectionWasClosedIsTransient() {
        IOException cut = new SSLHandshakeException("Remote host terminated the handshake");
        cut.initCause(new EOFException());

        assertThat(unreachable(cut).isTransient()).isTrue();
    }

    /** The client of the SDK reports so that the server has closed the connection. */
    @Test
    void aConnectionThatWasClosedWithoutNoticeIsTransient() {
        IOException closed = new SSLException("closing inbound before receiving peer's close_notify");

        assertThat(unreachable(closed).isTransient()).isTrue();
    }

    @Test
    void aServerWithoutTlsIsNotTransient() {
        IOException plain = new SSLException("Unsupported or unrecognized SSL message");

        assertThat(unreachable(plain).isTransient()).isFalse();
    }

    private static StoreException unreachable(IOException cause) {
        return failure(Kind.UNREACHABLE, new IllegalStateException(cause));
    }

    private static StoreException failure(Kind kind, Throwable cause) {
        return new StoreException(
                kind, Facts.before("GetObject", "s3://builds/key", "https://s3.example.com", ""), cause);
    }
}
