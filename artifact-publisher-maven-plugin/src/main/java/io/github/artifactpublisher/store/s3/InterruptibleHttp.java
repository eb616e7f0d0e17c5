package io.github.artifactpublisher.store.s3;

import java.io.IOException;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Aborts a request when its thread is interrupted. A thread that waits for a socket does not notice an interrupt: an
 * upload could still arrive until the timeout, after the build has failed. Thread-safe.
 */
final class InterruptibleHttp implements SdkHttpClient {
    private final SdkHttpClient http;

    InterruptibleHttp(SdkHttpClient http) {
        this.http = http;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new InterruptibleRequest(http.prepareRequest(request));
    }

    @Override
    public String clientName() {
        return http.clientName();
    }

    @Override
    public void close() {
        http.close();
    }

    private record InterruptibleRequest(ExecutableHttpRequest request) implements ExecutableHttpRequest {
        @Override
        public HttpExecuteResponse call() throws IOException {
            return new Exchange(request).run();
        }

        @Override
        public void abort() {
            request.abort();
        }
    }

    /** Extends a channel because the JDK closes only channels when their thread is interrupted. */
    private static final class Exchange extends AbstractInterruptibleChannel {
        private final ExecutableHttpRequest request;

        Exchange(ExecutableHttpRequest request) {
            this.request = request;
        }

        HttpExecuteResponse run() throws IOException {
            boolean answered = false;
            begin();
            try {
                HttpExecuteResponse response = request.call();
                answered = true;
                return response;
            } finally {
                end(answered);
            }
        }

        @Override
        protected void implCloseChannel() {
            request.abort();
        }
    }
}
