package io.github.artifactpublisher.ci;

/**
 * The name of a branch, without {@code refs/heads/}, as git allows it ({@code git-check-ref-format(1)}): also with
 * slashes, quotes, {@code $}, emoji and a leading {@code -}. Immutable.
 *
 * @param value the name, for example {@code feature/x}
 */
public record BranchName(String value) {
    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException with a sentence that names the broken rule
     */
    public BranchName {
        RefFormat.check("branch", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
