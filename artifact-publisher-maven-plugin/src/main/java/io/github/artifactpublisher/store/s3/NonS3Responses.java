package io.github.artifactpublisher.store.s3;

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
 * Refuses answers with success that no S3 server gives, such as the page of a web console or the health of another
 * service. The SDK takes a page for an empty listing, and for a PUT that succeeded. Thread-safe.
 */
final class NonS3Responses implements ExecutionInterceptor {
    private static final Set<String> ANSWERED_BY_XML = Set.of(
            "ListObjectsV2",
            "ListMultipartUploads",
            "CreateMultipartUpload",
            "CompleteMultipartUpload",
            "CopyObject",
            "DeleteObjects");

    /** The documents of the S3 API's reference; white space comes first while a server works. */
    private static final Pattern RESULT =
            Pattern.compile("(?s)(\\s|\\ufeff|<\\?.*?\\?>|<!--.*?-->)*<([\\w-]+:)?(\\w*Result|Error)[\\s/>].*");

    private static final int LOOKED_AT = 1024;
    private static final int SHOWN = 100;

    /** Thrown for an answer that is not one of S3. */
    static final class ForeignAnswerException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private ForeignAnswerException(String answer) {
            super(answer);
        }
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        SdkHttpResponse response = context.httpResponse();
        String action = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        if (!response.isSuccessful() || isOfObject(action, response)) {
            return context.responseBody();
        }
        Optional<InputStream> body = context.responseBody().map(in -> new BufferedInputStream(in, LOOKED_AT));
        String start = body.map(NonS3Responses::start).orElse("");
        if (isForeign(action, start)) {
            throw new ForeignAnswerException(described(response, start));
        }
        return body;
    }

    /** Whether the head of the answer is that of an object, or nothing is expected of the answer. */
    private static boolean isOfObject(String action, SdkHttpResponse response) {
        return switch (action) {
            case "PutObject", "UploadPart" -> has(response, "ETag");
            case "GetObject", "HeadObject" ->
                has(response, "ETag") || (has(response, "Last-Modified") && !isPage(response));
            default -> !ANSWERED_BY_XML.contains(action);
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
        return line.substring(0, Math.min(SHOWN, line.length()));
    }

    /** The first bytes; the stream is left as it was. */
    private static String start(InputStream in) {
        try {
            in.mark(LOOKED_AT);
            String start = new String(in.readNBytes(LOOKED_AT), UTF_8);
            in.reset();
            return start;
        } catch (IOException e) {
            throw SdkClientException.create("Failed to read response.", e);
        }
    }
}
