package io.github.artifactpublisher.ci;

/**
 * The name of a branch, without {@code refs/heads/}: what git allows there ({@code git-check-ref-format(1)}), which
 * includes slashes, quotes, {@code $}, emoji and a leading {@code -}. Immutable.
 *
 * @param value the name, for example {@code feature/x}
 */
public record BranchName(String value) {
    /**
     * Refuses what git refuses.
     *
     * @throws IllegalArgumentException with a sentence that says which rule is broken
     */
    public BranchName {
        RefFormat.check("branch", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
