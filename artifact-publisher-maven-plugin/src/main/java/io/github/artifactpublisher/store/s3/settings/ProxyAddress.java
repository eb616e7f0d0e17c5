package io.github.artifactpublisher.store.s3.settings;

import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Facts;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.store.s3.settings.S3Settings.Proxy;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a proxy in an environment variable: {@code [scheme://][user[:password]@]host[:port]}, with user and
 * password percent-encoded. Messages do not contain the value, because it may have a password.
 *
 * @param uri scheme, host and port
 * @param user the user's name
 * @param password the password
 */
record ProxyAddress(URI uri, Optional<String> user, Optional<String> password) {
    /** Greedy up to the last {@code @}, because a password may contain one that is not encoded. */
    private static final Pattern FORM = Pattern.compile(
            "(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?+(?:(?<user>.*)@)?+(?<host>\\[[^]/]*]|[^:/@\\[\\]]+)"
                    + "(?::(?<port>[0-9]*))?(?:/.*)?");

    static boolean isSocks(String value) {
        return value.toLowerCase(Locale.ROOT).startsWith("socks");
    }

    /**
     * Parses the value of a variable.
     *
     * @throws StoreException if it is not a valid address
     */
    static ProxyAddress parse(String value, String source) {
        Matcher form = FORM.matcher(value);
        if (!form.matches()) {
            throw refused(source, "is not a proxy address such as http://proxy.example.com:3128");
        }
        String scheme = Optional.ofNullable(form.group("scheme")).orElse("http").toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw refused(source, "names a proxy of a scheme that is not supported; http:// and https:// are");
        }
        String port = Optional.ofNullable(form.group("port"))
                .filter(given -> !given.isEmpty())
                .orElse(usual(scheme));
        Optional<String> user = Optional.ofNullable(form.group("user")).filter(given -> !given.isEmpty());
        return new ProxyAddress(
                uri(scheme, form.group("host"), port, source),
                user.map(both -> decoded(both.replaceFirst("(?s):.*", ""))),
                user.filter(both -> both.contains(":")).map(both -> decoded(both.substring(both.indexOf(':') + 1))));
    }

    /** Creates an address from host and port. */
    static ProxyAddress of(String host, String port, String source) {
        return new ProxyAddress(uri("http", host, port, source), Optional.empty(), Optional.empty());
    }

    Proxy proxy() {
        return new Proxy(uri, user, password);
    }

    private static String usual(String scheme) {
        return scheme.equals("https") ? "443" : "80";
    }

    private static URI uri(String scheme, String host, String port, String source) {
        try {
            int number = Integer.parseInt(port);
            if (number < 1 || number > 65535) {
                throw refused(source, "has the port " + number + ", which is not a valid port");
            }
            return new URI(scheme, null, host, number, null, null, null);
        } catch (NumberFormatException e) {
            throw refused(source, "has a port that is not a number");
        } catch (URISyntaxException e) {
            throw refused(source, "has an invalid host");
        }
    }

    /** Has no cause: the message of the cause would contain a part of the value, such as of a password. */
    private static StoreException refused(String source, String reason) {
        return new StoreException(Kind.BAD_PROXY, Facts.before("proxy", source, source, reason), null);
    }

    /** Decodes as RFC 3986 says; a percent sign without two digits, and a plus sign, are kept. */
    private static String decoded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        for (int i = 0; i < bytes.length; i++) {
            int code = bytes[i] == '%' && i + 2 < bytes.length ? hex(bytes[i + 1], bytes[i + 2]) : -1;
            plain.write(code >= 0 ? code : bytes[i]);
            i += code >= 0 ? 2 : 0;
        }
        return plain.toString(StandardCharsets.UTF_8);
    }

    private static int hex(byte high, byte low) {
        int first = Character.digit(high, 16);
        int second = Character.digit(low, 16);
        return first < 0 || second < 0 ? -1 : 16 * first + second;
    }
}
