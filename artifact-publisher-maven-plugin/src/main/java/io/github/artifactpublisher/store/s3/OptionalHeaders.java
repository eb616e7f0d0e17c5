package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Which headers a request has that it can do without, and that some servers refuse.
 *
 * @param checksums those of the SHA-256; Content-MD5 is always sent
 * @param expectContinue that a large body waits for the server's consent (RFC 9110, 10.1.1)
 */
record OptionalHeaders(boolean checksums, boolean expectContinue) {
    /** Of a request that has none of them. */
    static final OptionalHeaders PLAIN = new OptionalHeaders(false, false);

    private static final Set<String> READS = Set.of("GetObject", "HeadObject");
    private static final int EXPECTATION_FAILED = 417;
    private static final int BAD_REQUEST = 400;
    private static final Set<Kind> REFUSALS = Set.of(Kind.REFUSED, Kind.UNSUPPORTED, Kind.ACCESS_DENIED, Kind.NOT_S3);
    private static final Pattern HEADER = Pattern.compile("(?i)x-amz-(sdk-)?checksum-");

    /** What both forms have. */
    OptionalHeaders and(OptionalHeaders other) {
        return new OptionalHeaders(checksums && other.checksums, expectContinue && other.expectContinue);
    }

    /**
     * The form without what the server may have refused; empty if that was something else.
     *
     * @param conditional whether the request has a condition, which a server may not know either
     */
    Optional<OptionalHeaders> without(StoreException failure, boolean conditional) {
        int status = failure.facts().status().orElse(0);
        if (expectContinue && status == EXPECTATION_FAILED) {
            return Optional.of(new OptionalHeaders(checksums, false));
        }
        return checksums && REFUSALS.contains(failure.kind()) && isAboutChecksums(failure, status, conditional)
                ? Optional.of(new OptionalHeaders(false, expectContinue))
                : Optional.empty();
    }

    /** Some servers have no words; to read once more does no harm. */
    private static boolean isAboutChecksums(StoreException failure, int status, boolean conditional) {
        String words = words(failure);
        boolean silent = failure.isUnsupported() || (status == BAD_REQUEST && words.isBlank());
        boolean strict = failure.facts().action().equals("CompleteMultipartUpload")
                && failure.facts().code().filter("MalformedXML"::equals).isPresent();
        boolean read = READS.contains(failure.facts().action());
        boolean rejected = failure.isRejected();
        return words.contains("checksum")
                || HEADER.matcher(body(failure.getCause())).find()
                || (rejected && (strict || read || (silent && !conditional)));
    }

    private static String words(StoreException failure) {
        return (failure.facts().code().orElse("") + failure.facts().message().orElse("")).toLowerCase(Locale.ROOT);
    }

    /** Some servers name the header beside the message, or on a web page. */
    private static String body(Throwable cause) {
        return cause instanceof AwsServiceException answer
                ? Optional.ofNullable(answer.awsErrorDetails())
                        .map(AwsErrorDetails::rawResponse)
                        .map(bytes -> new String(bytes.asByteArray(), StandardCharsets.ISO_8859_1))
                        .orElse("")
                : "";
    }
}
