package io.github.artifactpublisher.publish;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the manifest says of the build.
 *
 * @param slug {@code owner/repository}
 * @param branch the branch, if one was built
 * @param pullRequest the number of the pull request, if one was built
 * @param tag the tag, if one was built
 * @param commit the commit, if it is known
 * @param server the CI server's name
 * @param buildNumber the CI server's number of the build
 * @param buildUrl where the build can be looked at
 * @param sequence a number that is greater for a later build of the same repository on the same server
 * @param commitTime when the commit was made
 * @param tools name and version of the programs that made and published it, in this order
 */
public record BuildFacts(
        Optional<String> slug,
        Optional<String> branch,
        Optional<String> pullRequest,
        Optional<String> tag,
        Optional<String> commit,
        String server,
        Optional<String> buildNumber,
        Optional<String> buildUrl,
        Optional<Long> sequence,
        Optional<Instant> commitTime,
        Map<String, String> tools) {
    /** A build of which neither sequence nor time is known. */
    public BuildFacts(
            Optional<String> slug,
            Optional<String> branch,
            Optional<String> pullRequest,
            Optional<String> tag,
            Optional<String> commit,
            String server,
            Optional<String> buildNumber,
            Optional<String> buildUrl,
            Map<String, String> tools) {
        this(
                slug,
                branch,
                pullRequest,
                tag,
                commit,
                server,
                buildNumber,
                buildUrl,
                Optional.empty(),
                Optional.empty(),
                tools);
    }

    /** This build as part of a sequence. */
    public BuildFacts inSequence(long number) {
        return new BuildFacts(
                slug,
                branch,
                pullRequest,
                tag,
                commit,
                server,
                buildNumber,
                buildUrl,
                Optional.of(number),
                commitTime,
                tools);
    }

    /** The host of its page: of two servers of one kind each counts for itself. */
    Optional<String> host() {
        try {
            return buildUrl.map(url -> URI.create(url).getHost());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** This build, by a name that tells it from another: two workflows may count their builds alike. */
    public String nameBeside(BuildFacts other) {
        if (!name().equals(other.name())) {
            return name();
        }
        String more = Stream.of(
                        sequence.filter(own -> !other.sequence.equals(Optional.of(own)))
                                .map(own -> "run " + own),
                        commit.filter(own -> !other.commit.equals(Optional.of(own)))
                                .map(own -> "commit " + own))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return more.isEmpty() ? name() : name() + " (" + more + ")";
    }

    /** This build, by a name for people: its page, else its server and number, else its commit. */
    public String name() {
        return buildUrl.orElseGet(() -> buildNumber
                .map(number -> server + " " + number)
                .or(() -> commit.map(id -> "commit " + id))
                .orElse(server));
    }
}
