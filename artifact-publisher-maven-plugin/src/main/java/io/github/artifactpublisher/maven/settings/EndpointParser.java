package io.github.artifactpublisher.maven.settings;

import io.github.artifactpublisher.text.Sourced;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;

/** Parses and checks the endpoint before the first request. */
final class EndpointParser {
    private static final String EXAMPLE = "Set it to scheme and host, such as https://s3.example.com.";

    private EndpointParser() {}

    /**
     * Returns the URI of the endpoint.
     *
     * @param insecureAllowed whether plain HTTP may go to a host that is not this machine
     * @throws SettingException if it is wrong; the message has no user info, which may be a secret
     */
    static URI parse(Sourced<String> given, boolean insecureAllowed) {
        requireNoUserInfo(given);
        URI uri = uri(given);
        requireNoUnderscore(given, uri);
        requireHttp(given, uri);
        requireOnlyHostAndPort(given, uri);
        if (!insecureAllowed && uri.getScheme().equalsIgnoreCase("http") && !isThisMachine(uri.getHost())) {
            throw new SettingException(
                    given.source(),
                    "is '" + uri + "': plain HTTP, which anybody on the way can read and change",
                    "Use https, or set artifacts.allowInsecureEndpoint=true.");
        }
        return uri;
    }

    private static void requireHttp(Sourced<String> given, URI uri) {
        if (!String.valueOf(uri.getScheme()).matches("(?i)https?") || uri.getHost() == null) {
            throw new SettingException(
                    given.source(), "is '" + given.value() + "', which is not an http(s) URL", EXAMPLE);
        }
    }

    private static void requireOnlyHostAndPort(Sourced<String> given, URI uri) {
        if (uri.getPort() > 65535 || uri.getPort() == 0) {
            throw new SettingException(
                    given.source(), "has the port " + uri.getPort() + ", which is not a valid port", EXAMPLE);
        }
        if (uri.getQuery() != null || uri.getFragment() != null) {
            throw new SettingException(
                    given.source(),
                    "has a query or a fragment",
                    Settings.line(given.source(), given.value().replaceFirst("[?#].*", "")));
        }
    }

    /** Searches the raw text: a parser would take a secret with a slash for a path. */
    private static void requireNoUserInfo(Sourced<String> given) {
        if (given.value().contains("@")) {
            throw new SettingException(
                    given.source(),
                    "has user info before its host, or an '@' elsewhere",
                    "Set credentials with ARTIFACTS_KEY and ARTIFACTS_SECRET or with artifacts.serverId.");
        }
    }

    /** Names of containers often have an underscore. The host of a URI must not have one. */
    private static void requireNoUnderscore(Sourced<String> given, URI uri) {
        if (uri.getHost() == null && String.valueOf(uri.getAuthority()).contains("_")) {
            throw new SettingException(
                    given.source(),
                    "is '" + given.value() + "', but a host name must not contain an underscore",
                    "Give the host another name, or use its address.");
        }
    }

    private static URI uri(Sourced<String> given) {
        try {
            return new URI(given.value());
        } catch (URISyntaxException e) {
            throw new SettingException(given.source(), "is not a URL: " + e.getReason(), EXAMPLE, e);
        }
    }

    /** Only literal addresses and {@code localhost} count, so that no DNS query is sent. */
    private static boolean isThisMachine(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return host.matches("[0-9.]+|\\[.*]") && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
