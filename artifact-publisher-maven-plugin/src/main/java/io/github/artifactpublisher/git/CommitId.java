package io.github.artifactpublisher.git;

import io.github.artifactpublisher.text.Quoted;
import java.util.regex.Pattern;

/**
 * The full id of a git commit: 40 (SHA-1) or 64 (SHA-256) lower-case hexadecimal digits. Immutable.
 *
 * @param value the digits
 */
public record CommitId(String value) {
    private static final Pattern LEGAL = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final int ABBREVIATED_LENGTH = 8;

    /**
     * Refuses any other text, also abbreviations.
     *
     * @throws IllegalArgumentException with a sentence that describes a commit id
     */
    public CommitId {
        if (!isLegal(value)) {
            throw new IllegalArgumentException(
                    Quoted.of(value) + " is not a commit id of 40 or 64 lower-case hexadecimal digits.");
        }
    }

    /** Whether a text is a full commit id. */
    public static boolean isLegal(String value) {
        return LEGAL.matcher(value).matches();
    }

    /** The first eight digits, for messages. */
    public String abbreviated() {
        return value.substring(0, ABBREVIATED_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
