package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.git.CommitId;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells whether a build is older than the one whose set stands: by the CI server's sequence if both are of the same
 * server, whatever they were started by, else by the time of the commits, else by their ancestry. What nothing tells is
 * not older: to publish is what the build was run for. Pure but for the ancestry that is asked.
 */
final class BuildOrder {
    private final Ancestry ancestry;

    BuildOrder(Ancestry ancestry) {
        this.ancestry = ancestry;
    }

    /** Sets of different branches or tags that share an address have no order. */
    boolean isOlder(BuildFacts ours, BuildFacts standing) {
        return ours.slug().equals(standing.slug())
                && !differ(ours.branch(), standing.branch())
                && !differ(ours.tag(), standing.tag())
                && bySequence(ours, standing).orElseGet(() -> byCommit(ours, standing));
    }

    private static boolean differ(Optional<String> ours, Optional<String> standing) {
        return ours.isPresent() && standing.isPresent() && !ours.equals(standing);
    }

    /**
     * A push and a pull request of one branch share its address, and one counter. The same build run again is not
     * older. A repository that has moved to another server of the kind begins to count anew there.
     */
    private static Optional<Boolean> bySequence(BuildFacts ours, BuildFacts standing) {
        boolean comparable = ours.server().equals(standing.server())
                && !differ(ours.host(), standing.host())
                && ours.sequence().isPresent()
                && standing.sequence().isPresent();
        return comparable
                ? Optional.of(ours.sequence().get() < standing.sequence().get())
                : Optional.empty();
    }

    /** The commit of a pull request is often a merge that the server has made, and tells nothing of a push. */
    private boolean byCommit(BuildFacts ours, BuildFacts standing) {
        return ours.branch().equals(standing.branch())
                && ours.pullRequest().equals(standing.pullRequest())
                && ours.tag().equals(standing.tag())
                && byCommitTime(ours, standing).orElseGet(() -> byAncestry(ours, standing));
    }

    /** Two commits of one second are told apart by their ancestry. */
    private static Optional<Boolean> byCommitTime(BuildFacts ours, BuildFacts standing) {
        Optional<Instant> time = standing.commitTime();
        return ours.commitTime()
                .filter(own -> time.filter(other -> !other.equals(own)).isPresent())
                .map(own -> own.isBefore(time.get()));
    }

    private boolean byAncestry(BuildFacts ours, BuildFacts standing) {
        return ours.commit()
                .flatMap(own -> standing.commit()
                        .filter(other -> !other.equals(own))
                        .map(other -> ancestry.isAncestor(new CommitId(own), new CommitId(other))))
                .orElse(false);
    }
}
