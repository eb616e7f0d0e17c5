package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.store.RepeatListener;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Tells of each request, and of each attempt after the first: the SDK says so only in a header that it sends,
 * {@code amz-sdk-request}.
 */
final class Repeats implements ExecutionInterceptor {
    private static final Pattern ATTEMPT = Pattern.compile("attempt=(\\d+)(?:; max=(\\d+))?");

    private final RepeatListener listener;

    Repeats(RepeatListener listener) {
        this.listener = listener;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        listener.sent(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
        SdkHttpRequest request = context.httpRequest();
        Matcher matcher =
                ATTEMPT.matcher(request.firstMatchingHeader("amz-sdk-request").orElse(""));
        if (matcher.find() && !matcher.group(1).equals("1")) {
            int attempt = Integer.parseInt(matcher.group(1));
            int most = matcher.group(2) == null ? attempt : Integer.parseInt(matcher.group(2));
            listener.repeated(request.method() + " " + request.host() + request.encodedPath(), attempt, most);
        }
    }
}
