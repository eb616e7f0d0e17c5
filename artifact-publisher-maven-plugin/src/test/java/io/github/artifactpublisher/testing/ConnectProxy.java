package io.github.artifactpublisher.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A forward proxy on loopback for HTTPS: opens a tunnel for each CONNECT request (RFC 9110, 9.3.6), always to the same
 * server, whatever host the client names. So a test can use a name that no name server knows.
 */
public final class ConnectProxy implements AutoCloseable {
    private final URI server;
    private final ServerSocket listener;
    private final List<HttpHead> tunnels = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private ConnectProxy(URI server) throws IOException {
        this.server = server;
        this.listener = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    }

    /** Starts a proxy on a free port. */
    public static ConnectProxy to(URI server) {
        try {
            ConnectProxy proxy = new ConnectProxy(server);
            daemon(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** The CONNECT requests so far, in their order. */
    public List<HttpHead> tunnels() {
        return List.copyOf(tunnels);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                open.add(client);
                daemon(() -> tunnel(client));
            } catch (IOException e) {
                // close() was called.
            }
        }
    }

    private void tunnel(Socket client) {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            Optional<HttpHead> head = HttpHead.read(in);
            if (head.isEmpty()) {
                return;
            }
            tunnels.add(head.get());
            try (Socket upstream = new Socket(server.getHost(), server.getPort())) {
                open.add(upstream);
                client.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(ISO_8859_1));
                daemon(() -> pump(upstream, client));
                in.transferTo(upstream.getOutputStream());
            }
        } catch (IOException e) {
            // Client or server disconnected.
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // The other direction has closed both.
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "connect-proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
