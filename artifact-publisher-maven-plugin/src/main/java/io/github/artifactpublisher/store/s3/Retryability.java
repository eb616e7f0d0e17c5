package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.store.StoreException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import software.amazon.awssdk.core.exception.AbortedException;

/** Whether a failure can pass without anybody's help. */
enum Retryability {
    /** Not before somebody changes something. */
    NEVER,
    /** At the next attempt: the SDK has set its clock by the server's answer. */
    AT_ONCE,
    /** Perhaps within seconds: a name server may have failed, and more often a name is wrong. */
    BRIEFLY,
    /** As soon as the server is back. */
    WHEN_BACK,
    /** As soon as the server has less to do. */
    WHEN_IDLE;

    private static final Set<String> THROTTLING = Set.of("SlowDown", "TooManyRequests", "RequestLimitExceeded");
    private static final int TOO_MANY_REQUESTS = 429;

    /**
     * What to expect of a failure.
     *
     * @param conflicts whether another write at the same time is something to wait for
     */
    static Retryability of(StoreException failure, boolean conflicts) {
        if (Thread.currentThread().isInterrupted()) {
            return NEVER;
        }
        return switch (failure.kind()) {
            case CLOCK_SKEWED -> AT_ONCE;
            case CONFLICT -> conflicts ? WHEN_BACK : NEVER;
            case SERVER_FAILED -> isThrottled(failure) ? WHEN_IDLE : WHEN_BACK;
            case UNREACHABLE -> ofNetwork(chain(failure));
            default -> NEVER;
        };
    }

    private static boolean isThrottled(StoreException failure) {
        return failure.facts().code().filter(THROTTLING::contains).isPresent()
                || failure.facts()
                        .status()
                        .filter(status -> status == TOO_MANY_REQUESTS)
                        .isPresent();
    }

    private static Retryability ofNetwork(List<Throwable> chain) {
        if (chain.stream().anyMatch(AbortedException.class::isInstance) || isRefusedByTls(chain)) {
            return NEVER;
        }
        return chain.stream().anyMatch(UnknownHostException.class::isInstance) ? BRIEFLY : WHEN_BACK;
    }

    /** A handshake that ends because a connection does has that end as its cause, and can succeed the next time. */
    private static boolean isRefusedByTls(List<Throwable> chain) {
        Throwable root = chain.get(chain.size() - 1);
        boolean notTls = root instanceof SSLException
                && String.valueOf(root.getMessage()).contains("Unsupported");
        return notTls
                || root instanceof SSLHandshakeException
                || chain.stream()
                        .anyMatch(e -> e instanceof CertificateException
                                || e instanceof CertPathValidatorException
                                || e instanceof CertPathBuilderException
                                || e instanceof SSLPeerUnverifiedException);
    }

    private static List<Throwable> chain(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .toList();
    }
}
