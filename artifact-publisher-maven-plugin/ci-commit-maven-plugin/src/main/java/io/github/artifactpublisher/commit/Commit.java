package io.github.artifactpublisher.commit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A commit of git. Immutable.
 *
 * @param id the full id: 40 (SHA-1) or 64 (SHA-256) lower-case hexadecimal digits
 * @param abbreviatedId the shortest prefix of the id, of at least 7 digits, that no other object of the repository has
 * @param time when it was committed, in whole seconds
 */
record Commit(String id, String abbreviatedId, Instant time) {
    Commit {
        if (!id.matches("[0-9a-f]{40}|[0-9a-f]{64}") || !id.startsWith(abbreviatedId) || abbreviatedId.length() < 7) {
            throw new IllegalArgumentException("no commit: " + id + " " + abbreviatedId);
        }
        Objects.requireNonNull(time);
    }

    /** Reads the answer to {@link GitHead#FORMAT}. Throws {@link IllegalArgumentException} for anything else. */
    static Commit parse(String answer) {
        List<String> lines = answer.lines().toList();
        if (lines.size() != 4) {
            throw new IllegalArgumentException("no commit: " + answer);
        }
        return new Commit(lines.get(1), lines.get(2), Instant.ofEpochSecond(Long.parseLong(lines.get(3))));
    }

    /** Returns the three components as text, for a copy of this class in another class loader. */
    List<String> parts() {
        return List.of(id, abbreviatedId, time.toString());
    }

    /** Makes a commit of its {@link #parts}. */
    static Commit ofParts(List<String> parts) {
        return new Commit(parts.get(0), parts.get(1), Instant.parse(parts.get(2)));
    }
}
