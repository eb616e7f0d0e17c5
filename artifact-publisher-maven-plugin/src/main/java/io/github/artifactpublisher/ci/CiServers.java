package io.github.artifactpublisher.ci;

import static io.github.artifactpublisher.ci.CiServer.server;
import static io.github.artifactpublisher.ci.Condition.always;
import static io.github.artifactpublisher.ci.Condition.found;
import static io.github.artifactpublisher.ci.Lookup.gitBranch;
import static io.github.artifactpublisher.ci.Lookup.gitTag;
import static io.github.artifactpublisher.ci.Lookup.nowhere;
import static io.github.artifactpublisher.ci.Lookup.unless;
import static io.github.artifactpublisher.ci.Lookup.variable;
import static io.github.artifactpublisher.ci.Lookup.when;

import java.util.List;
import java.util.stream.Stream;

/** The table of CI servers, in the order in which they are tried. */
final class CiServers {
    static final String NO_SERVER = "no CI server";

    /** An unknown CI server: repository and branch have to be configured. */
    private static final CiServer UNKNOWN = server("unknown CI server", found(unless("false", variable("CI"))));

    /** The tag is used only if HEAD is detached: on a branch, a tag at HEAD changes nothing. */
    private static final CiServer NONE = server(NO_SERVER, always())
            .slug(nowhere())
            .branch(gitBranch())
            .tag(when(inputs -> gitBranch().in(inputs).isEmpty(), gitTag()));

    static final List<CiServer> ALL = Stream.of(
                    ForgeServers.ROWS, HostedServers.ROWS, ConfiguredServers.ROWS, List.of(UNKNOWN, NONE))
            .flatMap(List::stream)
            .toList();

    private CiServers() {}

    static CiServer of(DetectionInputs inputs) {
        return ALL.stream()
                .filter(server -> server.detected.holds(inputs))
                .findFirst()
                .orElse(NONE);
    }
}
