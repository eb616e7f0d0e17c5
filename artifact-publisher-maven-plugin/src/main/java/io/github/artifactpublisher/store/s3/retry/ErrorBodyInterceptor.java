package io.github.artifactpublisher.store.s3.retry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Keeps the body of an error response with its exception, which the SDK does not do for S3. It can name the header that
 * a server does not accept in elements that the SDK does not read, such as {@code ArgumentName} and {@code Details}.
 */
public final class ErrorBodyInterceptor implements ExecutionInterceptor {
    private static final int MAX_BYTES = 16 << 10;

    /** The SDK refuses a second attribute of one name, and a second copy of this class may share the SDK's classes. */
    private static final ExecutionAttribute<SdkBytes> BODY =
            new ExecutionAttribute<>("ErrorBody of " + System.identityHashCode(ErrorBodyInterceptor.class));

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        return context.httpResponse().isSuccessful()
                ? context.responseBody()
                : context.responseBody().map(body -> kept(body, attributes));
    }

    private static InputStream kept(InputStream body, ExecutionAttributes attributes) {
        try {
            byte[] first = body.readNBytes(MAX_BYTES);
            attributes.putAttribute(BODY, SdkBytes.fromByteArray(first));
            return new SequenceInputStream(new ByteArrayInputStream(first), body);
        } catch (IOException e) {
            throw SdkClientException.create("Failed to read response.", e);
        }
    }

    @Override
    public Throwable modifyException(Context.FailedExecution context, ExecutionAttributes attributes) {
        SdkBytes body = attributes.getAttribute(BODY);
        return body != null
                        && context.exception() instanceof AwsServiceException answer
                        && answer.awsErrorDetails() != null
                ? with(answer, body)
                : context.exception();
    }

    private static Throwable with(AwsServiceException answer, SdkBytes body) {
        return answer.toBuilder()
                .awsErrorDetails(
                        answer.awsErrorDetails().toBuilder().rawResponse(body).build())
                .build();
    }
}
