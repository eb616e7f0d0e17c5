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
 * An HTTP/1.1 proxy on loopback that records what passes and does to it what its {@link ProxyScript} says. It serves in
 * two ways: as a reverse proxy, when {@link #endpoint()} is the client's endpoint; and as a forward proxy (request
 * lines with a whole URI), when a client has it as its HTTP proxy: whatever the host, the one upstream gets the
 * request.
 *
 * <p>The Host header and all others that can be signed are forwarded as they came. Each exchange has a connection of
 * its own, towards the client and towards the server, closed at its end ({@code Connection: close}): so an answer's end
 * needs no framing to be known. {@code Expect: 100-continue} is answered here and not forwarded. A chunked body is
 * forwarded as one chunk. Bodies are held in memory, up to {@value #LARGEST_BODY} bytes.
 *
 * <p>Serves up to {@value #LARGEST_CROWD} connections at a time; others wait.
 */
public final class ScriptedProxy implements AutoCloseable {
    private static final int LARGEST_BODY = 64 << 20;
    private static final int LARGEST_CROWD = 32;

    private final URI upstream;
    private final ProxyScript script;
    private final ServerSocket listener;
    private final ExecutorService exchanges = Executors.newFixedThreadPool(LARGEST_CROWD, ScriptedProxy::daemon);
    private final Thread accepting = daemon(this::accept);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Queue<RecordedRequest> requests = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    private ScriptedProxy(URI upstream, ProxyScript script) {
        this.upstream = upstream;
        this.script = script;
        try {
            this.listener = new ServerSocket(0, LARGEST_CROWD, InetAddress.getLoopbackAddress());
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
     * Every request whose body was received, in the order of their ends; a snapshot. A request is here before the
     * server or the client hears of it, so what a client has an answer to is in the list.
     */
    public List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    /** Ends every exchange under way, also those that wait for ever. */
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
                // Closed by close(); or a connection that the client gave up before it was accepted.
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
            // A client that went away, or a server that did: the client sees a closed connection, which says it all.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private void exchange(HttpHead head, InputStream in, OutputStream out) throws IOException, InterruptedException {
        ProxyAction action = script.on(head);
        if (head.header("Expect").isPresent()) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
            out.flush();
        }
        if (action instanceof ProxyAction.CutRequest) {
            in.readNBytes(contentLength(head) / 2);
            return;
        }
        byte[] body = readBody(head, in);
        requests.add(new RecordedRequest(head, body.length, Digests.md5(body)));
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
            out.write(rewritten(answer, action).with("Connection", "close").bytes());
            in.transferTo(out);
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
                // Apache's client offers TLS on every plain request without a body; the offer ends at a proxy.
                .without("Upgrade")
                .with("Connection", "close");
        try {
            out.write(forwarded.bytes());
            out.write(isChunked(head) ? oneChunk(body) : body);
            out.flush();
        } catch (IOException e) {
            // A server may refuse and close before it has read the body; what it said is still to be read.
        }
    }

    private static HttpHead rewritten(HttpHead answer, ProxyAction action) {
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
            // Trailers are not forwarded: nobody in front of an S3 server sends them outside of aws-chunked.
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
        if (length > LARGEST_BODY) {
            throw new IOException("body of " + length + " bytes is larger than " + LARGEST_BODY);
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
            // Nothing to be done about a socket that does not close.
        }
    }
}
