package io.github.artifactpublisher.store.s3.retry;

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
 * The optional headers that a server supports. Some servers refuse them, and a request can be sent without them.
 *
 * @param checksums {@code x-amz-checksum-*} with the SHA-256; Content-MD5 is always sent
 * @param expectContinue {@code Expect: 100-continue} for large bodies (RFC 9110, 10.1.1)
 */
public record SupportedHeaders(boolean checksums, boolean expectContinue) {
    /** None of them. */
    static final SupportedHeaders PLAIN = new SupportedHeaders(false, false);

    private static final Set<String> READS = Set.of("GetObject", "HeadObject");
    private static final int EXPECTATION_FAILED = 417;
    private static final int BAD_REQUEST = 400;
    private static final Set<Kind> REFUSALS = Set.of(Kind.REFUSED, Kind.UNSUPPORTED, Kind.ACCESS_DENIED, Kind.NOT_S3);
    private static final Pattern HEADER = Pattern.compile("(?i)x-amz-(sdk-)?checksum-");

    /** Returns the headers that are in both. */
    SupportedHeaders and(SupportedHeaders other) {
        return new SupportedHeaders(checksums && other.checksums, expectContinue && other.expectContinue);
    }

    /**
     * Returns the headers without the one that the server may have refused; empty if it refused something else.
     *
     * @param conditional whether the request has a precondition, which the server may not support either
     */
    Optional<SupportedHeaders> without(StoreException failure, boolean conditional) {
        int status = failure.facts().status().orElse(0);
        if (expectContinue && status == EXPECTATION_FAILED) {
            return Optional.of(new SupportedHeaders(checksums, false));
        }
        return checksums && REFUSALS.contains(failure.kind()) && isAboutChecksums(failure, status, conditional)
                ? Optional.of(new SupportedHeaders(false, expectContinue))
                : Optional.empty();
    }

    /** Some servers send no message. A read can be sent once more without harm. */
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
