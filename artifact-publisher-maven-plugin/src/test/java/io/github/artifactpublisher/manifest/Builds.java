package io.github.artifactpublisher.manifest;

import io.github.artifactpublisher.git.CommitId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds of which little is known. */
public final class Builds {
    private Builds() {}

    /** Returns a build of the branch main with this sequence number and build number. */
    public static BuildFacts build(long number) {
        return inSequence(number, build("GitHub Actions", "main", Optional.of("a".repeat(40)), Long.toString(number)));
    }

    /** Returns a build with a build number and no sequence number. */
    public static BuildFacts build(String server, String branch, Optional<String> commit, String number) {
        return of(
                Optional.of("acme/app"),
                Optional.of(branch),
                Optional.empty(),
                Optional.empty(),
                commit,
                server,
                Optional.of(number),
                Optional.empty(),
                Map.of("artifact-publisher", "test"));
    }

    /** Returns a build of which neither sequence nor time is known. */
    public static BuildFacts of(
            Optional<String> slug,
            Optional<String> branch,
            Optional<String> pullRequest,
            Optional<String> tag,
            Optional<String> commit,
            String server,
            Optional<String> buildNumber,
            Optional<String> buildUrl,
            Map<String, String> tools) {
        return of(
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

    /** Returns a build of which no more is known than which one it is. */
    public static BuildFacts of(
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
        return new BuildFacts(
                slug,
                branch,
                pullRequest,
                tag,
                commit.map(CommitId::new),
                server,
                buildNumber,
                buildUrl,
                sequence,
                commitTime,
                tools,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false);
    }

    /** Returns the build as part of a sequence. */
    public static BuildFacts inSequence(long number, BuildFacts build) {
        return with(Optional.of(number), build.run(), build.attempt(), build);
    }

    /** Returns the build as a job of a run. */
    public static BuildFacts inRun(String id, BuildFacts build) {
        return with(build.sequence(), Optional.of(id), build.attempt(), build);
    }

    /** Returns the build with the number of its attempt. */
    public static BuildFacts inAttempt(String number, BuildFacts build) {
        return with(build.sequence(), build.run(), Optional.of(number), build);
    }

    private static BuildFacts with(
            Optional<Long> sequence, Optional<String> run, Optional<String> attempt, BuildFacts build) {
        return new BuildFacts(
                build.slug(),
                build.branch(),
                build.pullRequest(),
                build.tag(),
                build.commit(),
                build.server(),
                build.buildNumber(),
                build.buildUrl(),
                sequence,
                build.commitTime(),
                build.tools(),
                run,
                attempt,
                build.modules(),
                build.dirty());
    }
}
