package io.github.artifactpublisher.manifest;

import io.github.artifactpublisher.git.CommitId;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A build as the manifest describes it. Immutable.
 *
 * @param slug {@code owner/repository}
 * @param branch the branch, if one was built
 * @param pullRequest the number of the pull request, if one was built
 * @param tag the tag, if one was built
 * @param commit the commit, if it is known
 * @param server the CI server's name
 * @param buildNumber the CI server's number of the build
 * @param buildUrl the web page of the build
 * @param sequence a number that is greater for a later build of the same repository on the same server
 * @param commitTime when the commit was made
 * @param tools names and versions of the programs that made and published the set, in this order
 * @param run an ID that all jobs of one run share, on servers that number each job separately
 * @param attempt the number of the attempt, on servers where a repeated run or job keeps its build number
 * @param modules the modules of the reactor, each as {@code groupId:artifactId}, sorted; empty if not known
 * @param dirty whether tracked files differed from the commit when it was published
 */
public record BuildFacts(
        Optional<String> slug,
        Optional<String> branch,
        Optional<String> pullRequest,
        Optional<String> tag,
        Optional<CommitId> commit,
        String server,
        Optional<String> buildNumber,
        Optional<String> buildUrl,
        Optional<Long> sequence,
        Optional<Instant> commitTime,
        Map<String, String> tools,
        Optional<String> run,
        Optional<String> attempt,
        List<String> modules,
        boolean dirty) {
    /** Copies the list. */
    public BuildFacts {
        modules = List.copyOf(modules);
    }

    /** Returns this build with the modules of its reactor. */
    public BuildFacts ofModules(Collection<String> ids) {
        return with(ids.stream().sorted().distinct().toList(), dirty);
    }

    /** Returns this build with the state of its working copy: whether tracked files differ from the commit. */
    public BuildFacts ofDirty(boolean changed) {
        return with(modules, changed);
    }

    private BuildFacts with(List<String> ids, boolean changed) {
        return new BuildFacts(
                slug,
                branch,
                pullRequest,
                tag,
                commit,
                server,
                buildNumber,
                buildUrl,
                sequence,
                commitTime,
                tools,
                run,
                attempt,
                ids,
                changed);
    }

    /**
     * Whether both are jobs of one run of a CI server for one commit, or the same job again. Without a CI server, all
     * builds of one commit count as one run.
     */
    public boolean isOfSameRun(BuildFacts other) {
        if (!isOfSameCommit(other) || !server.equals(other.server)) {
            return false;
        }
        if (run.isPresent() && other.run.isPresent()) {
            return run.equals(other.run);
        }
        return (sequence.isPresent() && other.sequence.isPresent())
                ? sequence.equals(other.sequence) && host().equals(other.host())
                : buildNumber.equals(other.buildNumber) && buildUrl.equals(other.buildUrl);
    }

    /** Whether both are of one commit of one repository; false if the commit is not known. */
    public boolean isOfSameCommit(BuildFacts other) {
        return slug.equals(other.slug) && commit.isPresent() && commit.equals(other.commit);
    }

    /** Whether a CI server distinguishes this build from another one of the same commit. */
    public boolean isNumbered() {
        return Stream.of(run, sequence, buildNumber, buildUrl).anyMatch(Optional::isPresent);
    }

    /** The host of its page, which distinguishes two CI servers of the same kind. */
    Optional<String> host() {
        try {
            return buildUrl.map(url -> URI.create(url).getHost());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A name that distinguishes this build from another one, because two workflows may use the same numbers. */
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

    /** A name for people: the page of the build, else its server and number, else its commit. */
    public String name() {
        return buildUrl.orElseGet(() -> buildNumber
                .map(number -> server + " " + number)
                .or(() -> commit.map(id -> "commit " + id))
                .orElse(server));
    }
}
