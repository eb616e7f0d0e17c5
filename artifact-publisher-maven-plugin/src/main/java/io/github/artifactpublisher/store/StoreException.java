package io.github.artifactpublisher.store;

import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** A request that the store did not carry out, with all that is known of it and no secret. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong, as far as it decides what to do next. */
    public enum Kind {
        /** The bucket does not exist. */
        NO_SUCH_BUCKET,
        /** The credentials are known but may not do this. */
        ACCESS_DENIED,
        /** The access key does not exist or the secret does not fit it. */
        BAD_CREDENTIALS,
        /** The credentials were right once. */
        EXPIRED_CREDENTIALS,
        /** No credentials were found anywhere. */
        NO_CREDENTIALS,
        /** The AWS profile that is named does not exist, and nothing else has credentials. */
        NO_PROFILE,
        /** The session token was not accepted, whatever the keys are. */
        TOKEN_REFUSED,
        /** No region was given or found. */
        NO_REGION,
        /** The SDK knows no such region. */
        UNKNOWN_REGION,
        /** What the AWS SDK reads by itself, from variables, properties or profiles, cannot be used. */
        BAD_AWS_SETTING,
        /** The file of certificates that {@code AWS_CA_BUNDLE} or a profile names cannot be used. */
        BAD_CA_BUNDLE,
        /** What names an HTTP proxy cannot be used. */
        BAD_PROXY,
        /** Nobody who is trusted has signed the server's certificate. */
        UNTRUSTED_SERVER,
        /** The server's certificate is for another host name. */
        WRONG_SERVER_NAME,
        /** The bucket is in another region. */
        WRONG_REGION,
        /** The server names another server to ask. */
        REDIRECTED,
        /** The clock of this machine differs from the server's. */
        CLOCK_SKEWED,
        /** No answer from the endpoint: it does not resolve, refuses, or is silent. */
        UNREACHABLE,
        /** The endpoint answers with web pages, which no S3 server does. */
        NOT_S3,
        /** The HTTP proxy on the way wants a user name and a password, or others. */
        PROXY_DENIED,
        /** The server got other bytes than were sent, and has stored nothing. */
        BODY_DAMAGED,
        /** The bytes that were read are not those that the server says they are, again and again. */
        READ_DAMAGED,
        /** The object is larger than what is read into memory. */
        READ_TOO_LARGE,
        /** The object is larger than the server takes. */
        TOO_LARGE,
        /** The server does not know the request. */
        UNSUPPORTED,
        /** What the request wanted to hold does not hold. */
        PRECONDITION_FAILED,
        /** Another write of the same object is under way. */
        CONFLICT,
        /** The server failed or asked to be left alone, and went on doing so. */
        SERVER_FAILED,
        /** Anything else; the code and message of the server say what. */
        REFUSED
    }

    private final Kind kind;
    private final Facts facts;

    /**
     * The circumstances, as far as they are known.
     *
     * @param action what was tried: {@code PutObject}, {@code GetObject}, …
     * @param location the bucket and key, or the endpoint: {@code s3://bucket/key}
     * @param endpoint scheme, host and port that was asked
     * @param status the HTTP status
     * @param code the server's error code, such as {@code AccessDenied}
     * @param message the server's or the client's words
     * @param requestId the server's name for the request
     * @param expected what would have been right, such as the bucket's real region
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
        /** Facts of something that failed before any request was made. */
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

        /** The same at another location. */
        public Facts at(String otherLocation) {
            return new Facts(action, otherLocation, endpoint, status, code, message, requestId, expected);
        }

        /** The same with what would have been right. */
        public Facts withExpected(String right) {
            return new Facts(action, location, endpoint, status, code, message, requestId, Optional.of(right));
        }
    }

    /** Makes the exception; the cause is kept for {@code mvn -e}. */
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

    /** Whether the server does not support or does not accept the request, whatever the credentials are. */
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
     * Whether the same request may succeed later although nobody has changed anything: the server fails, does not
     * answer, or the answer was damaged. A host name that does not exist and a failed TLS handshake do not heal.
     */
    public boolean mayHeal() {
        return switch (kind) {
            case SERVER_FAILED, READ_DAMAGED -> true;
            case UNREACHABLE ->
                Stream.iterate((Throwable) this, cause -> cause != null, Throwable::getCause)
                        .noneMatch(cause -> cause instanceof UnknownHostException || isRefusedByTls(cause));
            default -> false;
        };
    }

    /** A handshake that fails because the connection was closed may heal. */
    private static boolean isRefusedByTls(Throwable cause) {
        return cause.getCause() == null && cause instanceof SSLException;
    }

    /** Returns the circumstances. */
    public Facts facts() {
        return facts;
    }
}
