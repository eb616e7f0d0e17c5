package io.github.artifactpublisher.ci;

import io.github.artifactpublisher.text.Quoted;
import java.util.List;
import java.util.Optional;

/**
 * A repository's name on its forge: two or more segments ({@code owner/repository}, with GitLab's sub-groups
 * {@code group/sub-group/repository}). Immutable.
 *
 * @param value the segments, joined by {@code /}
 */
public record RepositorySlug(String value) {
    /**
     * Refuses a text that is not a slug, or could be read as another path.
     *
     * @throws IllegalArgumentException with a sentence that names the problem
     */
    public RepositorySlug {
        List<String> segments = segments(value);
        if (segments.size() < 2) {
            throw refusal(value, "it needs an owner and a repository, as in owner/repository");
        }
        segments.forEach(segment -> checkSegment(value, segment));
    }

    /**
     * The slug in the URL of a git remote. User info, {@code .git}, query and a trailing {@code /} are dropped. Knows
     * scp-like and {@code ssh}, {@code git} and {@code http(s)} URLs, Azure's {@code _git} and {@code v3} and Bitbucket
     * Server's {@code /scm/}.
     *
     * @return empty if the remote has no slug: a local path, a remote helper, or AWS CodeCommit, which has no owner
     * @throws IllegalArgumentException if the remote has a path whose segments are no legal slug
     */
    public static Optional<RepositorySlug> fromRemote(String url) {
        return RemoteUrl.parse(url).map(segments -> new RepositorySlug(String.join("/", segments)));
    }

    /** All but the last segment: the owner, on GitLab with the sub-groups. */
    public String owner() {
        return value.substring(0, value.lastIndexOf('/'));
    }

    /** The last segment. */
    public String repository() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return value;
    }

    private static List<String> segments(String value) {
        return List.of(value.split("/", -1));
    }

    private static void checkSegment(String value, String segment) {
        if (segment.isBlank()) {
            throw refusal(value, "it has an empty segment");
        }
        if (segment.equals(".") || segment.equals("..")) {
            throw refusal(value, "a segment of it is " + segment);
        }
        if (segment.indexOf('\\') >= 0) {
            throw refusal(value, "it contains a backslash");
        }
        if (segment.codePoints().anyMatch(Quoted::isInvisible)) {
            throw refusal(value, "it contains a control character");
        }
    }

    private static IllegalArgumentException refusal(String value, String problem) {
        return new IllegalArgumentException(Quoted.of(value) + " is not a repository slug: " + problem + ".");
    }
}
