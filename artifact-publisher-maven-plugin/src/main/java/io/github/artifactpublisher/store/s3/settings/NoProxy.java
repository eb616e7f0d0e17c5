package io.github.artifactpublisher.store.s3.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The servers that are not accessed through the proxy. Sends no DNS query.
 *
 * <p>{@code no_proxy} has no standard. This accepts the forms of curl and of Go's {@code httpproxy}: a host name
 * matches itself and all names below it, with or without a leading dot; a port limits an entry to this port; addresses
 * may be CIDR blocks; {@code *} matches every server.
 */
public final class NoProxy {
    private static final Pattern WITH_PORT = Pattern.compile("(\\[.*]|[^:]*):0*([0-9]{1,5})");

    private final List<String> entries;
    private final boolean exact;

    private NoProxy(List<String> entries, boolean exact) {
        this.entries = entries;
        this.exact = exact;
    }

    /** Parses {@code no_proxy}: entries separated by commas or spaces. */
    public static NoProxy ofVariable(String value) {
        return new NoProxy(split(value, "[,\\s]+"), false);
    }

    /** Parses {@code http.nonProxyHosts} or Maven's {@code <nonProxyHosts>}: host names with {@code *} as wildcard. */
    public static NoProxy ofHosts(String value) {
        return new NoProxy(split(value, "[|,\\s]+"), true);
    }

    private static List<String> split(String value, String separator) {
        return Arrays.stream(value.toLowerCase(Locale.ROOT).split(separator))
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    /** Returns the entry that matches a server. */
    public Optional<String> match(URI server) {
        String host = server.getHost().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        int port = server.getPort() >= 0 ? server.getPort() : isHttps(server) ? 443 : 80;
        return entries.stream()
                .filter(entry -> exact ? isHost(entry, host) : matches(entry, host, port))
                .findFirst();
    }

    private static boolean isHttps(URI server) {
        return server.getScheme().equalsIgnoreCase("https");
    }

    private static boolean matches(String entry, String host, int port) {
        Matcher withPort = WITH_PORT.matcher(entry);
        if (withPort.matches()) {
            return Integer.parseInt(withPort.group(2)) == port && isSuffix(withPort.group(1), host);
        }
        return isSuffix(entry, host) || isInBlock(entry, host);
    }

    private static boolean isSuffix(String entry, String host) {
        String name = entry.replaceFirst("^\\*?\\.", "").replaceFirst("\\.$", "");
        Optional<InetAddress> address = address(name);
        return address.isPresent()
                ? address.equals(address(host))
                : isHost(name, host) || (address(host).isEmpty() && host.endsWith("." + name));
    }

    private static boolean isHost(String entry, String host) {
        String pattern = Arrays.stream(unbracketed(entry).split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return unbracketed(host).matches(pattern);
    }

    private static boolean isInBlock(String entry, String host) {
        int slash = entry.indexOf('/');
        if (slash < 0 || !entry.substring(slash + 1).matches("[0-9]{1,3}")) {
            return false;
        }
        int bits = Integer.parseInt(entry.substring(slash + 1));
        return address(entry.substring(0, slash))
                .flatMap(block -> address(host).map(own -> sharesBits(block.getAddress(), own.getAddress(), bits)))
                .orElse(false);
    }

    private static boolean sharesBits(byte[] block, byte[] own, int bits) {
        if (block.length != own.length || bits > 8 * block.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((block[bit / 8] & mask) != (own[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Accepts literal addresses only, for which {@code getByName} sends no DNS query. */
    private static Optional<InetAddress> address(String text) {
        String literal = unbracketed(text);
        if (!literal.matches("[0-9]+(\\.[0-9]+){3}") && !literal.matches("[0-9a-f:.]*:[0-9a-f:.]*(%.*)?")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(literal));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
