package io.github.artifactpublisher.publish;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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
 * @param run what all jobs of one run share, where their build numbers differ
 * @param attempt the number of the attempt of the run or job, where a repeated one keeps its build number
 * @param modules the modules of the reactor that the set is of, each as {@code groupId:artifactId}, sorted; empty if
 *     they are not known
 * @param dirty whether tracked files differed from the commit when it was published
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
        Map<String, String> tools,
        Optional<String> run,
        Optional<String> attempt,
        List<String> modules,
        boolean dirty) {
    /** Copies the list. */
    public BuildFacts {
        modules = List.copyOf(modules);
    }

    /** A build of exactly its commit. */
    public BuildFacts(
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
            Map<String, String> tools,
            Optional<String> run,
            Optional<String> attempt,
            List<String> modules) {
        this(
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
                modules,
                false);
    }

    /** This attempt of this build. */
    public BuildFacts inAttempt(String number) {
        return with(run, Optional.of(number), modules, dirty);
    }

    /** This build as a job of a run. */
    public BuildFacts inRun(String id) {
        return with(Optional.of(id), attempt, modules, dirty);
    }

    /** This build, of these modules of its reactor. */
    public BuildFacts ofModules(Collection<String> ids) {
        return with(run, attempt, ids.stream().sorted().distinct().toList(), dirty);
    }

    /** This build, of a working copy whose tracked files differ from the commit, or do not. */
    public BuildFacts ofDirty(boolean changed) {
        return with(run, attempt, modules, changed);
    }

    private BuildFacts with(
            Optional<String> otherRun, Optional<String> otherAttempt, List<String> ids, boolean changed) {
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
                otherRun,
                otherAttempt,
                ids,
                changed);
    }

    /**
     * Whether both are jobs of one run of a CI server for one commit, or the same job again. Builds without a CI server
     * are one run as long as they are of one commit.
     */
    boolean isOfSameRun(BuildFacts other) {
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

    /** Whether both are of one commit of one repository; of unknown ones nobody can tell. */
    boolean isOfSameCommit(BuildFacts other) {
        return slug.equals(other.slug) && commit.isPresent() && commit.equals(other.commit);
    }

    /** Whether a CI server tells this build from another of the same commit. */
    boolean isNumbered() {
        return Stream.of(run, sequence, buildNumber, buildUrl).anyMatch(Optional::isPresent);
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
