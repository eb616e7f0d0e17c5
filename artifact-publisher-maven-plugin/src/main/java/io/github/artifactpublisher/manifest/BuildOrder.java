package io.github.artifactpublisher.manifest;

import java.time.Instant;
import java.util.Optional;

/**
 * Decides whether a build is older than the one that has published the existing set: by the sequence number of the CI
 * server if both are of the same server, else by the time of the commits, else by their ancestry. A build counts as not
 * older if none of these is known. Thread-safe if the ancestry is.
 */
public final class BuildOrder {
    private final Ancestry ancestry;

    /** Creates the order; the ancestry is used if nothing else decides. */
    public BuildOrder(Ancestry ancestry) {
        this.ancestry = ancestry;
    }

    /** Whether our build is older. Builds of different branches or tags that share a path have no order. */
    public boolean isOlder(BuildFacts ours, BuildFacts existing) {
        return ours.slug().equals(existing.slug())
                && !differ(ours.branch(), existing.branch())
                && !differ(ours.tag(), existing.tag())
                && bySequence(ours, existing).orElseGet(() -> byCommit(ours, existing));
    }

    private static boolean differ(Optional<String> ours, Optional<String> existing) {
        return ours.isPresent() && existing.isPresent() && !ours.equals(existing);
    }

    /**
     * A push and a pull request of one branch share a path and a counter. The same build run again is not older. After
     * a move to another server of the same kind the numbers start again.
     */
    private static Optional<Boolean> bySequence(BuildFacts ours, BuildFacts existing) {
        boolean comparable = ours.server().equals(existing.server())
                && !differ(ours.host(), existing.host())
                && ours.sequence().isPresent()
                && existing.sequence().isPresent();
        return comparable
                ? Optional.of(ours.sequence().get() < existing.sequence().get())
                : Optional.empty();
    }

    /** The commit of a pull request is often a merge made by the server, and cannot be compared with that of a push. */
    private boolean byCommit(BuildFacts ours, BuildFacts existing) {
        return ours.branch().equals(existing.branch())
                && ours.pullRequest().equals(existing.pullRequest())
                && ours.tag().equals(existing.tag())
                && byCommitTime(ours, existing).orElseGet(() -> byAncestry(ours, existing));
    }

    /** Two commits of the same second are ordered by their ancestry. */
    private static Optional<Boolean> byCommitTime(BuildFacts ours, BuildFacts existing) {
        Optional<Instant> time = existing.commitTime();
        return ours.commitTime()
                .filter(own -> time.filter(other -> !other.equals(own)).isPresent())
                .map(own -> own.isBefore(time.get()));
    }

    private boolean byAncestry(BuildFacts ours, BuildFacts existing) {
        return ours.commit()
                .flatMap(own -> existing.commit()
                        .filter(other -> !other.equals(own))
                        .map(other -> ancestry.isAncestor(own, other)))
                .orElse(false);
    }
}
