package io.github.artifactpublisher.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Start line and header lines of an HTTP/1.1 message (RFC 9112). The lines are kept unchanged, because the request
 * signature covers them.
 *
 * @param startLine request line or status line, without its line end
 * @param headerLines {@code Name: value}, in the order of the message
 */
public record HttpHead(String startLine, List<String> headerLines) {
    private static final int MAX_LINE = 64 << 10;

    public HttpHead {
        headerLines = List.copyOf(headerLines);
    }

    /**
     * Reads up to and including the empty line, and no further byte. Returns empty if the connection ends before the
     * first byte, for example because the client did not use it.
     */
    static Optional<HttpHead> read(InputStream in) throws IOException {
        in.mark(1);
        if (in.read() < 0) {
            return Optional.empty();
        }
        in.reset();
        String startLine = readLine(in);
        List<String> lines = new ArrayList<>();
        for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            lines.add(line);
        }
        return Optional.of(new HttpHead(startLine, lines));
    }

    /** Reads one line and returns it without its line end; reads no further byte. */
    static String readLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() > MAX_LINE) {
                throw new EOFException("line is cut or too long after " + line.size() + " bytes");
            }
            line.write(next);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }

    public String method() {
        return startLine.substring(0, startLine.indexOf(' '));
    }

    /**
     * Returns the unchanged request target: {@code /bucket/key?query}, or {@code http://host/bucket/key} for a forward
     * proxy.
     */
    public String target() {
        int start = startLine.indexOf(' ') + 1;
        return startLine.substring(start, startLine.indexOf(' ', start));
    }

    /** Returns the target without scheme and host. */
    public String originTarget() {
        if (target().startsWith("/")) {
            return target();
        }
        URI uri = URI.create(target());
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    /** Returns the percent-encoded path, without the query. */
    public String path() {
        int mark = originTarget().indexOf('?');
        return mark < 0 ? originTarget() : originTarget().substring(0, mark);
    }

    /** Returns the percent-encoded query without the question mark; empty if there is none. */
    public String query() {
        int mark = originTarget().indexOf('?');
        return mark < 0 ? "" : originTarget().substring(mark + 1);
    }

    /** Returns the first header with this name, ignoring case. */
    public Optional<String> header(String name) {
        return headerLines.stream()
                .filter(line -> isNamed(line, name))
                .map(line -> line.substring(name.length() + 1).trim())
                .findFirst();
    }

    HttpHead withStartLine(String newStartLine) {
        return new HttpHead(newStartLine, headerLines);
    }

    HttpHead without(String name) {
        return new HttpHead(
                startLine,
                headerLines.stream().filter(line -> !isNamed(line, name)).toList());
    }

    HttpHead with(String name, String value) {
        List<String> lines = new ArrayList<>(without(name).headerLines());
        lines.add(name + ": " + value);
        return new HttpHead(startLine, lines);
    }

    byte[] bytes() {
        String lines = String.join("\r\n", headerLines);
        return (startLine + "\r\n" + lines + (lines.isEmpty() ? "" : "\r\n") + "\r\n").getBytes(ISO_8859_1);
    }

    private static boolean isNamed(String line, String name) {
        return line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":");
    }
}
