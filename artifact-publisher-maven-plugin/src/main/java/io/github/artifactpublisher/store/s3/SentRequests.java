package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.store.RetryListener;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Tells of each request that is sent, and notes which server it goes to. Thread-safe. */
final class SentRequests implements ExecutionInterceptor {
    private final RetryListener listener;
    private volatile String server;

    /**
     * Begins to listen.
     *
     * @param endpoint what to call the server before the first request
     */
    SentRequests(RetryListener listener, String endpoint) {
        this.listener = listener;
        this.server = endpoint;
    }

    /** Host and port of the last request. */
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
