package io.github.artifactpublisher.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.Executors;

/**
 * A minimal server that stores PUT bodies and returns their MD5 as ETag. It checks neither signature nor digest, so it
 * does less work than S3Proxy. It serves clients whose requests S3Proxy rejects, for example with the ACL
 * {@code bucket-owner-full-control}.
 */
final class BareServer implements AutoCloseable {
    private static final int HEXADECIMAL = 16;

    private final HttpServer server;
    private final Path folder;

    private BareServer(HttpServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /** Starts on a free loopback port; objects become files below the folder. */
    static BareServer start(Path folder) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        BareServer bare = new BareServer(server, folder);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", bare::handle);
        server.start();
        return bare;
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("PUT")) {
                exchange.getResponseHeaders().set("ETag", '"' + receive(exchange) + '"');
            }
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private String receive(HttpExchange exchange) throws IOException {
        Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
        Files.createDirectories(file.getParent());
        boolean chunked = String.valueOf(exchange.getRequestHeaders().getFirst("x-amz-content-sha256"))
                .startsWith("STREAMING");
        MessageDigest md5 = md5();
        try (InputStream in = exchange.getRequestBody();
                OutputStream out = Files.newOutputStream(file);
                OutputStream digesting = new DigestOutputStream(out, md5)) {
            if (chunked) {
                unwrap(new DataInputStream(in), digesting);
            } else {
                in.transferTo(digesting);
            }
        }
        return HexFormat.of().formatHex(md5.digest());
    }

    /**
     * Reads a body in the chunks of AWS Signature Version 4: {@code size;chunk-signature=…}, the bytes, and an empty
     * chunk at the end.
     */
    private static void unwrap(DataInputStream in, OutputStream out) throws IOException {
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            out.write(in.readNBytes(size));
            // Read the rest instead of skipping it: the JDK's server does not count skipped bytes and would wait for
            // them.
            in.readFully(new byte[2]);
        }
    }

    private static int chunkSize(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.readUnsignedByte(); b != '\n'; b = in.readUnsignedByte()) {
            line.append((char) b);
        }
        return Integer.parseInt(line.substring(0, line.indexOf(";")), HEXADECIMAL);
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
