package io.github.artifactpublisher.ci;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the URL of a git remote (git-clone(1), "Git URLs") to the segments of a slug. */
final class RemoteUrl {
    private static final Set<String> NETWORK_SCHEMES =
            Set.of("ssh", "git", "http", "https", "git+ssh", "ssh+git", "git+https", "git+http");

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(.*)");
    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[^]/]*]|[^:/\\[\\]]+)(?::[0-9]*)?");

    /** As git parses it: a colon before the first slash; brackets contain an IPv6 address or a host with its port. */
    private static final Pattern SCP_LIKE = Pattern.compile("(\\[[^]/]+]|[^:/\\[\\]]+):(.*)");

    /** A Windows drive, or "helper::address", which runs a remote helper whose address may be anything. */
    private static final Pattern NO_HOST = Pattern.compile("[A-Za-z]:.*|[A-Za-z0-9+.-]+::.*");

    private RemoteUrl() {}

    static Optional<List<String>> parse(String url) {
        String text = url.strip();
        Matcher scheme = SCHEME.matcher(text);
        if (scheme.matches()) {
            return isNetwork(scheme.group(1)) ? parseUrl(scheme.group(2)) : Optional.empty();
        }
        return NO_HOST.matcher(text).matches() ? Optional.empty() : parseScpLike(text);
    }

    private static boolean isNetwork(String scheme) {
        return NETWORK_SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
    }

    private static Optional<List<String>> parseUrl(String rest) {
        return withoutUserInfo(rest).flatMap(text -> {
            int slash = text.indexOf('/');
            if (slash < 0 || !HOST_AND_PORT.matcher(text.substring(0, slash)).matches()) {
                return Optional.empty();
            }
            return slug(text.substring(0, slash), decoded(text.substring(slash + 1)));
        });
    }

    private static Optional<List<String>> parseScpLike(String text) {
        int slash = text.indexOf('/');
        int at = text.lastIndexOf('@');
        if (slash >= 0 && at > slash) {
            return Optional.empty();
        }
        Matcher scp = SCP_LIKE.matcher(text.substring(at + 1));
        return scp.matches() ? slug(scp.group(1), segments(scp.group(2))) : Optional.empty();
    }

    /**
     * Removes query, fragment and user info. A password may contain {@code @} and even {@code /}, so everything up to
     * the last {@code @} is removed. If that could be a part of a query, there is no slug, rather than one with a part
     * of a password.
     */
    private static Optional<String> withoutUserInfo(String rest) {
        int at = rest.lastIndexOf('@');
        String host = rest.substring(at + 1);
        boolean doubtful = rest.substring(0, at + 1).matches("(?s).*[?#].*");
        return doubtful ? Optional.empty() : Optional.of(host.split("[?#]", 2)[0]);
    }

    private static Optional<List<String>> slug(String host, List<String> segments) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.startsWith("git-codecommit")) {
            return Optional.empty();
        }
        List<String> slug = withoutGitSuffix(withoutScm(azure(name, segments)));
        return slug.size() < 2 ? Optional.empty() : Optional.of(slug);
    }

    private static List<String> azure(String host, List<String> segments) {
        if (host.endsWith("ssh.dev.azure.com") || host.startsWith("vs-ssh.visualstudio.com")) {
            return segments.isEmpty() || !segments.get(0).equals("v3") ? segments : tail(segments, 1);
        }
        int marker = segments.lastIndexOf("_git");
        if (marker < 0 || marker != segments.size() - 2) {
            return segments;
        }
        return azureWeb(host, segments.subList(0, marker), segments.get(marker + 1));
    }

    /** {@code organisation.visualstudio.com} contains the organisation in its host; the project is optional. */
    private static List<String> azureWeb(String host, List<String> before, String repository) {
        List<String> slug = new ArrayList<>(before);
        slug.removeIf(segment -> segment.equalsIgnoreCase("DefaultCollection"));
        int suffix = host.indexOf(".visualstudio.com");
        if (suffix > 0) {
            slug.add(0, host.substring(0, suffix));
        }
        if (slug.size() == 1) {
            slug.add(repository);
        }
        slug.add(repository);
        return slug;
    }

    /** Bitbucket Server: all segments before {@code scm} are the context path of the server. */
    private static List<String> withoutScm(List<String> segments) {
        int marker = segments.lastIndexOf("scm");
        return marker >= 0 && marker == segments.size() - 3 ? tail(segments, marker + 1) : segments;
    }

    private static List<String> withoutGitSuffix(List<String> segments) {
        if (segments.isEmpty()) {
            return segments;
        }
        List<String> slug = new ArrayList<>(segments);
        String last = slug.remove(slug.size() - 1);
        String name = last.endsWith(".git") ? last.substring(0, last.length() - ".git".length()) : last;
        if (!name.isEmpty()) {
            slug.add(name);
        }
        return slug;
    }

    private static List<String> tail(List<String> segments, int from) {
        return segments.subList(from, segments.size());
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    /** Azure's projects may have spaces. Decoded per segment: an encoded slash is refused later as part of a name. */
    private static List<String> decoded(String path) {
        return segments(path).stream().map(RemoteUrl::decode).toList();
    }

    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEscape) {
            return segment;
        }
    }
}
