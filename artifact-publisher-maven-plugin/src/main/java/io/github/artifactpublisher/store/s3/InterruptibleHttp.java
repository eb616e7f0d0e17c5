package io.github.artifactpublisher.store.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Aborts a request, or the download of a response body, when its thread is interrupted. A thread that waits for a
 * socket does not notice an interrupt: an upload could still arrive until the timeout, after the build has failed.
 * Thread-safe.
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
            HttpExecuteResponse response = new Exchange(request::abort).run(request::call);
            return HttpExecuteResponse.builder()
                    .response(response.httpResponse())
                    .responseBody(response.responseBody()
                            .map(body -> AbortableInputStream.create(new InterruptibleBody(body), body))
                            .orElse(null))
                    .build();
        }

        @Override
        public void abort() {
            request.abort();
        }
    }

    private static final class InterruptibleBody extends FilterInputStream {
        private final Exchange exchange;

        InterruptibleBody(AbortableInputStream body) {
            super(body);
            this.exchange = new Exchange(body::abort);
        }

        @Override
        public int read() throws IOException {
            return exchange.run(in::read);
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            return exchange.run(() -> in.read(bytes, offset, count));
        }
    }

    @FunctionalInterface
    private interface Operation<T> {
        T run() throws IOException;
    }

    /** Extends a channel because the JDK closes only channels when their thread is interrupted. */
    private static final class Exchange extends AbstractInterruptibleChannel {
        private final Runnable abort;

        Exchange(Runnable abort) {
            this.abort = abort;
        }

        <T> T run(Operation<T> operation) throws IOException {
            boolean completed = false;
            begin();
            try {
                T result = operation.run();
                completed = true;
                return result;
            } finally {
                end(completed);
            }
        }

        @Override
        protected void implCloseChannel() {
            abort.run();
        }
    }
}
