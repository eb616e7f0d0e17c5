package io.github.artifactpublisher.ci;

import io.github.artifactpublisher.text.Quoted;
import io.github.artifactpublisher.text.Sourced;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The pull request (merge request, change) that a build is for. Immutable.
 *
 * @param number its number within the repository, without {@code #}
 * @param source the topic branch, in the repository of the fork if it comes from one
 * @param target the branch that it will be merged into
 * @param fork whether it comes from another repository
 * @param numberSource where the number was found
 */
public record PullRequest(
        String number,
        Optional<Sourced<BranchName>> source,
        Optional<Sourced<BranchName>> target,
        Fork fork,
        String numberSource) {
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    /**
     * Refuses a number that is not legal in a path.
     *
     * @throws IllegalArgumentException with a sentence that describes a legal number
     */
    public PullRequest {
        if (!NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException(
                    Quoted.of(number) + " is not a pull request number: letters, digits, - and _ are allowed.");
        }
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(fork, "fork");
        Objects.requireNonNull(numberSource, "numberSource");
    }
}
