package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Facts;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.store.s3.NonS3Responses.ForeignAnswerException;
import io.github.artifactpublisher.store.s3.settings.S3Endpoint;
import io.github.artifactpublisher.store.s3.settings.S3Settings;
import io.github.artifactpublisher.store.s3.settings.TrustedCertificates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Turns what the SDK throws into a {@link StoreException}. Some servers send no code or no message; every fact may be
 * absent.
 */
final class S3Failures {
    /** Codes of the S3 API's "Error responses", and what each means for the user. */
    private static final Map<String, Kind> KIND_OF_CODE = Map.ofEntries(
            Map.entry("InvalidClientTokenId", Kind.BAD_CREDENTIALS),
            Map.entry("ExpiredTokenException", Kind.EXPIRED_CREDENTIALS),
            Map.entry("NoSuchBucket", Kind.NO_SUCH_BUCKET),
            Map.entry("AccessDenied", Kind.ACCESS_DENIED),
            Map.entry("AllAccessDisabled", Kind.ACCESS_DENIED),
            Map.entry("AccountProblem", Kind.ACCESS_DENIED),
            Map.entry("InvalidAccessKeyId", Kind.BAD_CREDENTIALS),
            Map.entry("SignatureDoesNotMatch", Kind.BAD_CREDENTIALS),
            Map.entry("InvalidToken", Kind.BAD_CREDENTIALS),
            Map.entry("InvalidTokenId", Kind.BAD_CREDENTIALS),
            Map.entry("TokenRefreshRequired", Kind.EXPIRED_CREDENTIALS),
            Map.entry("ExpiredToken", Kind.EXPIRED_CREDENTIALS),
            Map.entry("RequestTimeTooSkewed", Kind.CLOCK_SKEWED),
            Map.entry("BadDigest", Kind.BODY_DAMAGED),
            Map.entry("InvalidDigest", Kind.BODY_DAMAGED),
            Map.entry("IncompleteBody", Kind.BODY_DAMAGED),
            Map.entry("XAmzContentChecksumMismatch", Kind.BODY_DAMAGED),
            Map.entry("XAmzContentSHA256Mismatch", Kind.BODY_DAMAGED),
            Map.entry("EntityTooLarge", Kind.TOO_LARGE),
            Map.entry("NotImplemented", Kind.UNSUPPORTED),
            Map.entry("PreconditionFailed", Kind.PRECONDITION_FAILED),
            Map.entry("ConditionalRequestConflict", Kind.CONFLICT),
            Map.entry("OperationAborted", Kind.CONFLICT),
            Map.entry("InternalError", Kind.SERVER_FAILED),
            Map.entry("SlowDown", Kind.SERVER_FAILED),
            Map.entry("ServiceUnavailable", Kind.SERVER_FAILED),
            Map.entry("RequestTimeout", Kind.SERVER_FAILED),
            Map.entry("TooManyRequests", Kind.SERVER_FAILED),
            Map.entry("RequestLimitExceeded", Kind.SERVER_FAILED),
            Map.entry("PermanentRedirect", Kind.WRONG_REGION),
            Map.entry("AuthorizationHeaderMalformed", Kind.WRONG_REGION),
            Map.entry("IllegalLocationConstraintException", Kind.WRONG_REGION));

    /** Codes with which a server refuses the session token, and not the keys. */
    private static final Set<String> TOKEN_REFUSED =
            Set.of("InvalidToken", "InvalidTokenId", "TokenRefreshRequired", "ExpiredToken", "ExpiredTokenException");

    private static final Set<Integer> OF_PROXIES = Set.of(407, 408, 412, 413, 417, 429);

    private final S3Settings settings;
    private final Optional<String> tokenSetting;

    S3Failures(S3Settings settings) {
        this(settings, Optional.empty());
    }

    private S3Failures(S3Settings settings, Optional<String> tokenSetting) {
        this.settings = settings;
        this.tokenSetting = tokenSetting;
    }

    /** The same for requests that carry the session token of a setting. */
    S3Failures withToken(Optional<String> setting) {
        return new S3Failures(settings, setting);
    }

    /**
     * The failure of a request.
     *
     * @throws RuntimeException the exception itself if it is not the SDK's
     */
    StoreException of(String action, String key, RuntimeException e) {
        if (e instanceof AwsServiceException answer) {
            return ofAnswer(action, facts(action, key, answer), answer);
        }
        List<Throwable> chain = chain(e);
        Optional<Throwable> foreign =
                chain.stream().filter(ForeignAnswerException.class::isInstance).findFirst();
        if (foreign.isPresent()) {
            return new StoreException(
                    Kind.NOT_S3, before(action, key, foreign.get().getMessage()), e);
        }
        if (!(e instanceof SdkException)) {
            throw e;
        }
        Throwable root = chain.get(chain.size() - 1);
        Kind kind = ofCertificate(chain).orElseGet(() -> kindWithoutAnswer(e, chain));
        Facts facts = before(action, key, describe(root));
        return new StoreException(
                kind,
                kind == Kind.UNTRUSTED_SERVER
                        ? facts.withExpected(
                                TrustedCertificates.describe(settings.aws().caBundle()))
                        : facts,
                e);
    }

    private StoreException ofAnswer(String action, Facts facts, AwsServiceException answer) {
        if (tokenSetting.isPresent() && refusesToken(action, answer)) {
            return new StoreException(Kind.TOKEN_REFUSED, facts.withExpected(tokenSetting.get()), answer);
        }
        Kind kind = kind(answer);
        if (kind == Kind.REDIRECTED) {
            return new StoreException(
                    kind, redirection(answer).map(facts::withExpected).orElse(facts), answer);
        }
        return new StoreException(kind, facts, answer);
    }

    /** Servers that know no temporary credentials answer 501 to the header. */
    private static boolean refusesToken(String action, AwsServiceException answer) {
        return code(answer).filter(TOKEN_REFUSED::contains).isPresent()
                || (answer.statusCode() == 501 && action.equals("GetObject"));
    }

    /** A condition on an object that does not exist is answered with "no such key", and does not hold. */
    StoreException ofCondition(String action, ObjectKey key, NoSuchKeyException e) {
        return new StoreException(Kind.PRECONDITION_FAILED, facts(action, key.value(), e), e);
    }

    /** The role's ARN is where AssumeRole failed, not a key. */
    StoreException ofRole(String arn, RuntimeException e) {
        StoreException failure = e instanceof StoreException known ? known : of("AssumeRole", "", e);
        return new StoreException(failure.kind(), failure.facts().at(arn), e);
    }

    /**
     * The failure to make a client. Before any request the SDK fails, in whatever exception comes, only of what it has
     * read by itself: {@code AWS_ENDPOINT_URL}, {@code AWS_RETRY_MODE}, a profile.
     */
    RuntimeException ofOpening(RuntimeException e) {
        boolean ofSdk = e instanceof SdkException
                || e.getClass() == RuntimeException.class
                || e instanceof IllegalArgumentException
                || e instanceof IllegalStateException
                || e instanceof NullPointerException
                || e instanceof UncheckedIOException;
        return ofSdk ? new StoreException(Kind.BAD_AWS_SETTING, before("settings", "", describe(e)), e) : e;
    }

    /** What a request is for, as messages name it. */
    String location(String key) {
        return settings.location(key);
    }

    Facts before(String action, String key, String message) {
        return Facts.before(action, settings.location(key), settings.endpointName(), message);
    }

    private static Kind kind(AwsServiceException answer) {
        Kind byCode = code(answer).map(KIND_OF_CODE::get).orElse(null);
        if (byCode != null) {
            return byCode;
        }
        if (isPage(answer)) {
            return Kind.NOT_S3;
        }
        return switch (answer.statusCode()) {
            case 301, 302, 303, 307, 308 -> bucketRegion(answer).isPresent() ? Kind.WRONG_REGION : Kind.REDIRECTED;
            case 401, 403 -> Kind.ACCESS_DENIED;
            case 407 -> Kind.PROXY_DENIED;
            case 412 -> Kind.PRECONDITION_FAILED;
            case 413 -> Kind.TOO_LARGE;
            case 501 -> Kind.UNSUPPORTED;
            case 408, 429 -> Kind.SERVER_FAILED;
            default -> answer.statusCode() >= 500 ? Kind.SERVER_FAILED : Kind.REFUSED;
        };
    }

    /** A proxy or load balancer has pages of its own for a server that is away, and for what it does not let pass. */
    private static boolean isPage(AwsServiceException answer) {
        boolean own = answer.statusCode() >= 500 || OF_PROXIES.contains(answer.statusCode());
        return !own
                && details(answer)
                        .map(AwsErrorDetails::sdkHttpResponse)
                        .filter(S3Failures::isHtml)
                        .isPresent();
    }

    private static boolean isHtml(SdkHttpResponse response) {
        return response.firstMatchingHeader("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("text/html"))
                .isPresent();
    }

    /**
     * Refuses an answer to the read of one of the plugin's own files, none of which is a page.
     *
     * @throws StoreException if it is a page all the same
     */
    void requireNoPage(ObjectKey key, SdkHttpResponse response) {
        if (isHtml(response)) {
            throw new StoreException(
                    Kind.NOT_S3,
                    before("GetObject", key.value(), "status " + response.statusCode() + ", an HTML page"),
                    null);
        }
    }

    /** Without an answer either the network failed or the SDK refused before it asked, as without credentials. */
    private static Kind kindWithoutAnswer(RuntimeException e, List<Throwable> chain) {
        if (chain.stream().anyMatch(c -> c instanceof IOException || c instanceof UncheckedIOException)) {
            return Kind.UNREACHABLE;
        }
        boolean credentials = e instanceof SdkClientException
                && String.valueOf(e.getMessage()).contains("Unable to load credentials");
        if (credentials) {
            return Kind.NO_CREDENTIALS;
        }
        return e.getClass().getSimpleName().contains("Timeout") ? Kind.UNREACHABLE : Kind.REFUSED;
    }

    /**
     * The HTTP client compares the host's name; the JVM all else, and says so by a cause of the handshake's failure.
     */
    private static Optional<Kind> ofCertificate(List<Throwable> chain) {
        if (chain.stream().anyMatch(SSLPeerUnverifiedException.class::isInstance)) {
            return Optional.of(Kind.WRONG_SERVER_NAME);
        }
        boolean untrusted = chain.stream()
                .anyMatch(cause -> cause instanceof CertificateException
                        || cause instanceof CertPathValidatorException
                        || cause instanceof CertPathBuilderException);
        return untrusted ? Optional.of(Kind.UNTRUSTED_SERVER) : Optional.empty();
    }

    private Facts facts(String action, String key, AwsServiceException answer) {
        Facts facts = new Facts(
                action,
                settings.location(key),
                settings.endpointName(),
                Optional.of(answer.statusCode()),
                code(answer),
                details(answer).map(AwsErrorDetails::errorMessage).filter(m -> !m.isBlank()),
                Optional.ofNullable(answer.requestId()),
                Optional.empty());
        return bucketRegion(answer).map(facts::withExpected).orElse(facts);
    }

    private static Optional<String> code(AwsServiceException answer) {
        return details(answer).map(AwsErrorDetails::errorCode).filter(c -> !c.isBlank());
    }

    /** By its header, or by where Amazon redirects to. */
    private static Optional<String> bucketRegion(AwsServiceException answer) {
        return header(answer, "x-amz-bucket-region")
                .or(() -> location(answer).flatMap(server -> new S3Endpoint(server, "Location").region()));
    }

    /** The endpoint that the server redirects to, without the bucket in its host. */
    private Optional<String> redirection(AwsServiceException answer) {
        return location(answer).map(server -> {
            String host = server.getHost();
            String shared = host.startsWith(settings.bucket() + ".")
                    ? host.substring(settings.bucket().length() + 1)
                    : host;
            return server.getScheme() + "://" + shared + (server.getPort() < 0 ? "" : ":" + server.getPort());
        });
    }

    private static Optional<URI> location(AwsServiceException answer) {
        try {
            return header(answer, "Location").map(URI::create).filter(server -> server.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> header(AwsServiceException answer, String name) {
        return details(answer)
                .map(AwsErrorDetails::sdkHttpResponse)
                .flatMap(response -> response.firstMatchingHeader(name));
    }

    private static Optional<AwsErrorDetails> details(AwsServiceException answer) {
        return Optional.ofNullable(answer.awsErrorDetails());
    }

    private static List<Throwable> chain(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .toList();
    }

    /** Some exceptions say little by themselves: an UnknownHostException nothing but the host. */
    private static String describe(Throwable root) {
        String message = Optional.ofNullable(root.getMessage())
                .flatMap(text -> text.lines().findFirst())
                .orElse(root.getClass().getSimpleName());
        if (message.startsWith("Unsupported or unrecognized SSL message")) {
            return "the server does not speak TLS on this port: " + message;
        }
        return root instanceof UnknownHostException
                ? "the host " + message.replaceFirst(": .*", "") + " is not known"
                : message;
    }
}
