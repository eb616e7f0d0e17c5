package io.github.artifactpublisher.store;

import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** The failure of a request to the store, with its facts and without secrets. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MAX_CAUSES = 20;

    /** The kind of a failure, on which the advice depends. */
    public enum Kind {
        /** The bucket does not exist. */
        NO_SUCH_BUCKET,
        /** The credentials are valid but have no permission for this. */
        ACCESS_DENIED,
        /** The access key does not exist, or the secret key does not match it. */
        BAD_CREDENTIALS,
        /** The credentials have expired. */
        EXPIRED_CREDENTIALS,
        /** No credentials were found. */
        NO_CREDENTIALS,
        /** The named AWS profile does not exist, and no other credentials were found. */
        NO_PROFILE,
        /** The session token was not accepted. */
        TOKEN_REFUSED,
        /** No region was given or found. */
        NO_REGION,
        /** The SDK does not know the region. */
        UNKNOWN_REGION,
        /** A variable, property or profile that the AWS SDK reads is invalid. */
        BAD_AWS_SETTING,
        /** The file of certificates that {@code AWS_CA_BUNDLE} or a profile names cannot be used. */
        BAD_CA_BUNDLE,
        /** The setting of an HTTP proxy is invalid. */
        BAD_PROXY,
        /** The server's certificate is not signed by a trusted authority. */
        UNTRUSTED_SERVER,
        /** The server's certificate is for another host name. */
        WRONG_SERVER_NAME,
        /** The bucket is in another region. */
        WRONG_REGION,
        /** The server redirects to another server. */
        REDIRECTED,
        /** The clock of this machine differs from the server's. */
        CLOCK_SKEWED,
        /** The endpoint does not respond: its name is unknown, it refuses connections, or the connection broke. */
        UNREACHABLE,
        /** The endpoint sends responses that no S3 server sends, such as web pages. */
        NOT_S3,
        /** The HTTP proxy requires another user name and password. */
        PROXY_DENIED,
        /** The server received other bytes than were sent, and stored nothing. */
        BODY_DAMAGED,
        /** The bytes that were read do not match their digests, several times. */
        READ_DAMAGED,
        /** The object is too large to be read into memory. */
        READ_TOO_LARGE,
        /** The object is too large for the server. */
        TOO_LARGE,
        /** The server does not support the request. */
        UNSUPPORTED,
        /** The precondition of the request does not hold. */
        PRECONDITION_FAILED,
        /** Another write of the same object is in progress. */
        CONFLICT,
        /** The server failed or was overloaded, and did not recover in time. */
        SERVER_FAILED,
        /** Any other reason; see code and message of the server. */
        REFUSED
    }

    private final Kind kind;
    private final Facts facts;

    /**
     * The facts of a failure, as far as they are known.
     *
     * @param action the S3 operation: {@code PutObject}
     * @param location the bucket and key: {@code s3://bucket/key}
     * @param endpoint scheme, host and port of the server
     * @param status the HTTP status
     * @param code the server's error code, such as {@code AccessDenied}
     * @param message the message of the server or the client
     * @param requestId the server's id of the request
     * @param expected the right value, such as the bucket's region
     */
    public record Facts(
            String action,
            String location,
            String endpoint,
            Optional<Integer> status,
            Optional<String> code,
            Optional<String> message,
            Optional<String> requestId,
            Optional<String> expected) {
        /** Returns the facts of a failure that has no response. */
        public static Facts before(String action, String location, String endpoint, String message) {
            return new Facts(
                    action,
                    location,
                    endpoint,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(message),
                    Optional.empty(),
                    Optional.empty());
        }

        /** Returns these facts with another location. */
        public Facts at(String otherLocation) {
            return new Facts(action, otherLocation, endpoint, status, code, message, requestId, expected);
        }

        /** Returns these facts with the right value. */
        public Facts withExpected(String right) {
            return new Facts(action, location, endpoint, status, code, message, requestId, Optional.of(right));
        }
    }

    /** Creates the exception; {@code mvn -e} prints the cause. */
    public StoreException(Kind kind, Facts facts, Throwable cause) {
        super(kind + ": " + facts, cause);
        this.kind = kind;
        this.facts = facts;
    }

    /** Returns the kind of the failure. */
    public Kind kind() {
        return kind;
    }

    /** Whether the credentials may not do this. */
    public boolean isDenied() {
        return kind == Kind.ACCESS_DENIED;
    }

    /** Whether the server does not support the request. */
    public boolean isUnsupported() {
        return kind == Kind.UNSUPPORTED;
    }

    /** Whether the server does not support or does not accept the request, independent of the credentials. */
    public boolean isRejected() {
        return kind == Kind.UNSUPPORTED || kind == Kind.REFUSED;
    }

    /** Whether the server refuses this request: the credentials may not, or it does not support or accept it. */
    public boolean isRefusal() {
        return isDenied() || isRejected();
    }

    /** Whether the precondition of the request does not hold. */
    public boolean isPreconditionFailed() {
        return kind == Kind.PRECONDITION_FAILED;
    }

    /** Whether another write of the same object is in progress. */
    public boolean isConflict() {
        return kind == Kind.CONFLICT;
    }

    /**
     * Whether the same request may succeed later without a change by the user: the server fails, does not respond, or
     * the response was damaged. Not after an unknown host name or a refused TLS handshake.
     */
    public boolean isTransient() {
        return switch (kind) {
            case SERVER_FAILED, READ_DAMAGED -> true;
            case UNREACHABLE -> !isUnknownHost() && !isRefusedByTls();
            default -> false;
        };
    }

    /** Whether the name server does not know the host. */
    public boolean isUnknownHost() {
        return causes().anyMatch(UnknownHostException.class::isInstance);
    }

    /**
     * Whether the server uses no TLS on this port or refuses the handshake. A handshake that fails because its
     * connection was closed has another cause, and is not refused.
     */
    public boolean isRefusedByTls() {
        Throwable root = causes().reduce(this, (outer, inner) -> inner);
        boolean notTls = root instanceof SSLException
                && String.valueOf(root.getMessage()).contains("Unsupported");
        return notTls || root instanceof SSLHandshakeException;
    }

    private Stream<Throwable> causes() {
        return Stream.iterate(getCause(), Objects::nonNull, Throwable::getCause).limit(MAX_CAUSES);
    }

    /** Returns the facts. */
    public Facts facts() {
        return facts;
    }
}
