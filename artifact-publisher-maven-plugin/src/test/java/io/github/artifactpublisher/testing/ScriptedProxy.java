package io.github.artifactpublisher.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * An HTTP/1.1 proxy on loopback that records requests and applies the actions of a {@link ProxyScript}. It works as a
 * reverse proxy if {@link #endpoint()} is the client's endpoint, and as a forward proxy (request lines with a full URI)
 * if it is the client's HTTP proxy. It sends every request to the same upstream server, independent of the host.
 *
 * <p>Forwards the Host header and all other headers that can be signed unchanged. Each exchange uses new connections to
 * client and server, which are closed at its end ({@code Connection: close}), so that the end of the connection is the
 * end of the response. Answers {@code Expect: 100-continue} itself; an answer 417 comes in its place, before the body.
 * Forwards a chunked body as one chunk. Keeps bodies in memory, up to {@value #MAX_BODY} bytes.
 *
 * <p>Serves up to {@value #MAX_CONNECTIONS} connections at a time; others wait.
 */
public final class ScriptedProxy implements AutoCloseable {
    private static final int MAX_BODY = 64 << 20;
    private static final int MAX_CONNECTIONS = 32;
    private static final int EXPECTATION_FAILED = 417;

    private final URI upstream;
    private final ProxyScript script;
    private final ServerSocket listener;
    private final ExecutorService exchanges = Executors.newFixedThreadPool(MAX_CONNECTIONS, ScriptedProxy::daemon);
    private final Thread accepting = daemon(this::accept);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Queue<RecordedRequest> requests = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    private ScriptedProxy(URI upstream, ProxyScript script) {
        this.upstream = upstream;
        this.script = script;
        try {
            this.listener = new ServerSocket(0, MAX_CONNECTIONS, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a proxy on a free port. The upstream is a plain {@code http} address with a port. */
    public static ScriptedProxy inFrontOf(URI upstream, ProxyScript script) {
        ScriptedProxy proxy = new ScriptedProxy(upstream, script);
        proxy.accepting.start();
        return proxy;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port());
    }

    public int port() {
        return listener.getLocalPort();
    }

    /**
     * Returns a snapshot of all requests whose body was received, in this order. A request is recorded before it is
     * forwarded or answered, so the list has every request for which a client got a response.
     */
    public List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    /** Stops all exchanges, including those that wait without a time limit. */
    @Override
    public void close() {
        closed.countDown();
        closeQuietly(listener);
        open.forEach(ScriptedProxy::closeQuietly);
        exchanges.shutdownNow();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                open.add(client);
                exchanges.execute(() -> serve(client));
            } catch (IOException | RejectedExecutionException e) {
                // close() was called, or the client closed the connection before it was accepted.
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream());
            Optional<HttpHead> head = HttpHead.read(in);
            if (head.isPresent()) {
                exchange(head.get(), in, client.getOutputStream());
            }
        } catch (IOException e) {
            // Client or server disconnected. The client sees a closed connection.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private void exchange(HttpHead head, InputStream in, OutputStream out) throws IOException, InterruptedException {
        ProxyAction action = script.on(head);
        if (action instanceof ProxyAction.Answer answer && answer.status() == EXPECTATION_FAILED) {
            requests.add(new RecordedRequest(head, 0, JdkDigests.md5(new byte[0])));
            answer(answer, head, out);
            return;
        }
        if (head.header("Expect").isPresent()) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
            out.flush();
        }
        if (action instanceof ProxyAction.CutRequest) {
            in.readNBytes(contentLength(head) / 2);
            return;
        }
        byte[] body = readBody(head, in);
        requests.add(new RecordedRequest(head, body.length, JdkDigests.md5(body)));
        act(action, head, body, out);
    }

    private void act(ProxyAction action, HttpHead head, byte[] body, OutputStream out)
            throws IOException, InterruptedException {
        if (action instanceof ProxyAction.Answer answer) {
            answer(answer, head, out);
        } else if (action instanceof ProxyAction.NeverAnswer) {
            closed.await();
        } else if (action instanceof ProxyAction.ReplaceResponse replaced) {
            forward(head, body, OutputStream.nullOutputStream(), action);
            answer(replaced.answer(), head, out);
        } else if (action instanceof ProxyAction.Alone alone) {
            synchronized (alone.lock()) {
                forward(head, body, out, action);
            }
        } else if (action instanceof ProxyAction.LoseResponse) {
            forward(head, body, OutputStream.nullOutputStream(), action);
        } else {
            forward(head, action instanceof ProxyAction.FlipByte ? flipped(body) : body, out, action);
        }
    }

    private void forward(HttpHead head, byte[] body, OutputStream out, ProxyAction action) throws IOException {
        Socket server = new Socket(upstream.getHost(), upstream.getPort());
        open.add(server);
        try (server) {
            InputStream in = new BufferedInputStream(server.getInputStream());
            send(head, body, server.getOutputStream());
            HttpHead answer = HttpHead.read(in).orElseThrow(EOFException::new);
            boolean succeeded = answer.startLine().contains(" 200 ");
            out.write(rewritten(answer, action).with("Connection", "close").bytes());
            if (action instanceof ProxyAction.RewriteResponse rewrite && succeeded) {
                out.write(rewrite.body().apply(in.readAllBytes()));
            } else {
                in.transferTo(out);
            }
            out.flush();
        } finally {
            open.remove(server);
        }
    }

    private static void send(HttpHead head, byte[] body, OutputStream out) {
        HttpHead forwarded = head.withStartLine(head.method() + " " + head.originTarget() + " HTTP/1.1")
                .without("Expect")
                .without("Proxy-Authorization")
                .without("Proxy-Connection")
                // Apache's client offers a TLS upgrade with each plain request without a body; a proxy must not forward
                // it.
                .without("Upgrade")
                .with("Connection", "close");
        try {
            out.write(forwarded.bytes());
            out.write(isChunked(head) ? oneChunk(body) : body);
            out.flush();
        } catch (IOException e) {
            // A server may reject the request and close before it has read the body; its response can still be read.
        }
    }

    private static HttpHead rewritten(HttpHead answer, ProxyAction action) {
        if (action instanceof ProxyAction.RewriteResponse rewrite
                && answer.startLine().contains(" 200 ")) {
            HttpHead head = answer;
            for (var header : rewrite.headers().entrySet()) {
                head = header.getValue().isEmpty()
                        ? head.without(header.getKey())
                        : head.with(header.getKey(), header.getValue());
            }
            return head;
        }
        return action instanceof ProxyAction.RewriteResponseHeader rewrite
                ? answer.with(rewrite.name(), rewrite.value())
                : answer;
    }

    private static void answer(ProxyAction.Answer answer, HttpHead request, OutputStream out) throws IOException {
        byte[] body = answer.body().getBytes(ISO_8859_1);
        HttpHead head = new HttpHead("HTTP/1.1 " + answer.status() + " Scripted", List.of());
        for (var header : answer.headers().entrySet()) {
            head = head.with(header.getKey(), header.getValue());
        }
        head = head.with("Content-Length", Integer.toString(body.length)).with("Connection", "close");
        out.write(head.bytes());
        out.write(request.method().equals("HEAD") ? new byte[0] : body);
        out.flush();
    }

    private static byte[] readBody(HttpHead head, InputStream in) throws IOException {
        if (isChunked(head)) {
            return readChunks(in);
        }
        int length = contentLength(head);
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("body of " + length + " bytes is cut after " + body.length);
        }
        return body;
    }

    private static byte[] readChunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            body.write(in.readNBytes(checked(body.size() + (long) size) - body.size()));
            HttpHead.readLine(in);
        }
        while (!HttpHead.readLine(in).isEmpty()) {
            // Trailers are not forwarded: S3 clients send them only inside the aws-chunked encoding.
        }
        return body.toByteArray();
    }

    private static int chunkSize(InputStream in) throws IOException {
        String line = HttpHead.readLine(in);
        int extension = line.indexOf(';');
        return Integer.parseInt(
                extension < 0 ? line : line.substring(0, extension).trim(), 16);
    }

    private static byte[] oneChunk(byte[] body) throws IOException {
        ByteArrayOutputStream framed = new ByteArrayOutputStream(body.length + 32);
        if (body.length > 0) {
            framed.write((Integer.toHexString(body.length) + "\r\n").getBytes(ISO_8859_1));
            framed.write(body);
            framed.write("\r\n".getBytes(ISO_8859_1));
        }
        framed.write("0\r\n\r\n".getBytes(ISO_8859_1));
        return framed.toByteArray();
    }

    private static byte[] flipped(byte[] body) {
        byte[] flipped = body.clone();
        if (flipped.length > 0) {
            flipped[flipped.length / 2] ^= (byte) 0xff;
        }
        return flipped;
    }

    private static boolean isChunked(HttpHead head) {
        return head.header("Transfer-Encoding")
                .filter("chunked"::equalsIgnoreCase)
                .isPresent();
    }

    private static int contentLength(HttpHead head) throws IOException {
        return checked(head.header("Content-Length").map(Long::parseLong).orElse(0L));
    }

    private static int checked(long length) throws IOException {
        if (length > MAX_BODY) {
            throw new IOException("body of " + length + " bytes is larger than " + MAX_BODY);
        }
        return (int) length;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "scripted-proxy");
        thread.setDaemon(true);
        return thread;
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // A socket that cannot be closed is ignored.
        }
    }
}
