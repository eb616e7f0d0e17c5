package io.github.artifactpublisher.store.s3.retry;

import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.store.s3.settings.S3Endpoint;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * An error response of a server. Some servers send no code or no message; every detail may be absent.
 *
 * @param exception the exception that the SDK has made of it
 */
record ErrorResponse(AwsServiceException exception) {
    /** The codes of the S3 API's "Error responses". */
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

    /** Proxies and load balancers send pages of their own with these. */
    private static final Set<Integer> STATUS_OF_PROXIES = Set.of(407, 408, 412, 413, 417, 429);

    int status() {
        return exception.statusCode();
    }

    Optional<String> code() {
        return details().map(AwsErrorDetails::errorCode).filter(code -> !code.isBlank());
    }

    Optional<String> message() {
        return details().map(AwsErrorDetails::errorMessage).filter(message -> !message.isBlank());
    }

    Kind kind() {
        Kind byCode = code().map(KIND_OF_CODE::get).orElse(null);
        if (byCode != null) {
            return byCode;
        }
        if (isPage()) {
            return Kind.NOT_S3;
        }
        return switch (status()) {
            case 301, 302, 303, 307, 308 -> bucketRegion().isPresent() ? Kind.WRONG_REGION : Kind.REDIRECTED;
            case 401, 403 -> Kind.ACCESS_DENIED;
            case 407 -> Kind.PROXY_DENIED;
            case 412 -> Kind.PRECONDITION_FAILED;
            case 413 -> Kind.TOO_LARGE;
            case 501 -> Kind.UNSUPPORTED;
            case 408, 429 -> Kind.SERVER_FAILED;
            default -> status() >= 500 ? Kind.SERVER_FAILED : Kind.REFUSED;
        };
    }

    /** A proxy or load balancer has pages of its own for a server that is down, and for requests that it blocks. */
    private boolean isPage() {
        boolean ofProxy = status() >= 500 || STATUS_OF_PROXIES.contains(status());
        return !ofProxy && response().filter(ErrorResponse::isHtml).isPresent();
    }

    static boolean isHtml(SdkHttpResponse response) {
        return response.firstMatchingHeader("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("text/html"))
                .isPresent();
    }

    /** Servers without temporary credentials answer 501 to the header of the token. */
    boolean refusesToken(String action) {
        return code().filter(TOKEN_REFUSED::contains).isPresent() || (status() == 501 && action.equals("GetObject"));
    }

    /** The bucket's region, by its header or by the place that Amazon redirects to. */
    Optional<String> bucketRegion() {
        return header("x-amz-bucket-region")
                .or(() -> location().flatMap(server -> new S3Endpoint(server, "Location").region()));
    }

    /** The endpoint that the server redirects to, without the bucket in its host. */
    Optional<String> redirection(String bucket) {
        return location().map(server -> {
            String host = server.getHost();
            String shared = host.startsWith(bucket + ".") ? host.substring(bucket.length() + 1) : host;
            return server.getScheme() + "://" + shared + (server.getPort() < 0 ? "" : ":" + server.getPort());
        });
    }

    private Optional<URI> location() {
        try {
            return header("Location").map(URI::create).filter(server -> server.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<String> header(String name) {
        return response().flatMap(response -> response.firstMatchingHeader(name));
    }

    private Optional<SdkHttpResponse> response() {
        return details().map(AwsErrorDetails::sdkHttpResponse);
    }

    private Optional<AwsErrorDetails> details() {
        return Optional.ofNullable(exception.awsErrorDetails());
    }
}
