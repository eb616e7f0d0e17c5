package io.github.artifactpublisher.ci;

import io.github.artifactpublisher.git.CommitId;
import io.github.artifactpublisher.text.Sourced;
import java.util.Objects;
import java.util.Optional;

/**
 * The difference between git's HEAD and the variables of a CI server. Immutable.
 *
 * @param head the commit at HEAD
 * @param found the local branch, the tags or the remote-tracking branch at HEAD, such as {@code branch release/1.x},
 *     and the repository of the remote if the variables name another one
 * @param stated the commit that the variables name, if they name one
 * @param name the branch, tag or pull request of the variables, such as {@code branch main}, and the variable
 * @param relation the kind of difference
 */
public record HeadMismatch(
        CommitId head,
        Optional<String> found,
        Optional<Sourced<CommitId>> stated,
        Sourced<String> name,
        Relation relation) {
    /** The kind of difference. */
    public enum Relation {
        /** HEAD is neither the commit of the variables nor a descendant of it. */
        UNRELATED,
        /** HEAD is on another branch than the variables name. */
        OTHER_BRANCH,
        /** HEAD is another commit, and a shallow clone does not show whether it is a descendant. */
        UNKNOWN
    }

    /** Refuses missing values. */
    public HeadMismatch {
        Objects.requireNonNull(head, "head");
        Objects.requireNonNull(found, "found");
        Objects.requireNonNull(stated, "stated");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(relation, "relation");
    }

    /** Whether the variables contradict HEAD, so that their branch or tag must not be used. */
    public boolean isContradiction() {
        return relation != Relation.UNKNOWN;
    }
}
