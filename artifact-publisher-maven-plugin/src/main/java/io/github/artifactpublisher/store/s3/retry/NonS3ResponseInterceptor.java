package io.github.artifactpublisher.store.s3.retry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Rejects successful responses that no S3 server sends, such as the page of a web console. The SDK would take a page
 * for an empty listing, or for a successful PUT. Thread-safe.
 */
public final class NonS3ResponseInterceptor implements ExecutionInterceptor {
    private static final Set<String> ANSWERED_WITH_XML = Set.of(
            "ListObjectsV2",
            "ListMultipartUploads",
            "CreateMultipartUpload",
            "CompleteMultipartUpload",
            "CopyObject",
            "DeleteObjects");

    /** The root elements of the S3 API reference. A server may send white space first while it works. */
    private static final Pattern RESULT =
            Pattern.compile("(?s)(\\s|\\ufeff|<\\?.*?\\?>|<!--.*?-->)*<([\\w-]+:)?(\\w*Result|Error)[\\s/>].*");

    private static final int START_BYTES = 1024;
    private static final int SHOWN_CHARACTERS = 100;

    /** Thrown for a response that is not one of S3. */
    static final class NonS3ResponseException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private NonS3ResponseException(String response) {
            super(response);
        }
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        SdkHttpResponse response = context.httpResponse();
        String action = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        if (!response.isSuccessful() || hasExpectedHeaders(action, response)) {
            return context.responseBody();
        }
        Optional<InputStream> body = context.responseBody().map(in -> new BufferedInputStream(in, START_BYTES));
        String start = body.map(NonS3ResponseInterceptor::start).orElse("");
        if (isForeign(action, start)) {
            throw new NonS3ResponseException(described(response, start));
        }
        return body;
    }

    /** Whether the headers are those of an object, or the operation needs none. */
    private static boolean hasExpectedHeaders(String action, SdkHttpResponse response) {
        return switch (action) {
            case "PutObject", "UploadPart" -> has(response, "ETag");
            case "GetObject", "HeadObject" ->
                has(response, "ETag") || (has(response, "Last-Modified") && !isPage(response));
            default -> !ANSWERED_WITH_XML.contains(action);
        };
    }

    private static boolean isForeign(String action, String start) {
        return switch (action) {
            case "GetObject", "HeadObject" -> true;
            case "PutObject", "UploadPart" -> !start.isBlank();
            default -> !start.isBlank() && !isResult(start);
        };
    }

    private static boolean isResult(String start) {
        return RESULT.matcher(start + " ").matches();
    }

    private static boolean has(SdkHttpResponse response, String header) {
        return response.firstMatchingHeader(header).isPresent();
    }

    private static boolean isPage(SdkHttpResponse response) {
        return type(response).filter(type -> type.contains("html")).isPresent();
    }

    private static Optional<String> type(SdkHttpResponse response) {
        return response.firstMatchingHeader("Content-Type");
    }

    private static String described(SdkHttpResponse response, String start) {
        return "status " + response.statusCode()
                + type(response).map(type -> ", Content-Type " + type).orElse("")
                + (start.isBlank() ? "" : ", " + shown(start));
    }

    private static String shown(String start) {
        String line = start.strip().replaceAll("\\s+", " ");
        return line.substring(0, Math.min(SHOWN_CHARACTERS, line.length()));
    }

    /** Returns the first bytes, and resets the stream to its start. */
    private static String start(InputStream in) {
        try {
            in.mark(START_BYTES);
            String start = new String(in.readNBytes(START_BYTES), UTF_8);
            in.reset();
            return start;
        } catch (IOException e) {
            throw SdkClientException.create("Failed to read response.", e);
        }
    }
}
