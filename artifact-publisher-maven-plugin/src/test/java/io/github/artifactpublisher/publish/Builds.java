package io.github.artifactpublisher.publish;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds of which little is known. */
final class Builds {
    private Builds() {}

    /** Returns a build of which neither sequence nor time is known. */
    static BuildFacts of(
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
    static BuildFacts of(
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
                commit,
                server,
                buildNumber,
                buildUrl,
                sequence,
                commitTime,
                tools,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** Returns the build as part of a sequence. */
    static BuildFacts inSequence(long number, BuildFacts build) {
        return new BuildFacts(
                build.slug(),
                build.branch(),
                build.pullRequest(),
                build.tag(),
                build.commit(),
                build.server(),
                build.buildNumber(),
                build.buildUrl(),
                Optional.of(number),
                build.commitTime(),
                build.tools(),
                build.run(),
                build.attempt(),
                build.modules(),
                build.dirty());
    }
}
