package io.github.artifactpublisher.store.s3.retry;

import io.github.artifactpublisher.store.RetryListener;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Reports each request to the listener, and keeps the name of the server. Thread-safe. */
public final class SentRequestInterceptor implements ExecutionInterceptor {
    private final RetryListener listener;
    private volatile String server;

    /**
     * Creates the interceptor of a client.
     *
     * @param endpoint the name of the server before the first request
     */
    public SentRequestInterceptor(RetryListener listener, String endpoint) {
        this.listener = listener;
        this.server = endpoint;
    }

    /** Returns host and port of the last request. */
    String server() {
        return server;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        SdkHttpRequest request = context.httpRequest();
        server = request.host() + ":" + request.port();
        listener.sent(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
    }
}
