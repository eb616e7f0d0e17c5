package io.github.artifactpublisher.layout;

/**
 * A prefix to which a whole set is published.
 *
 * @param prefix of all its keys
 * @param writeOnce whether an existing set is never overwritten
 */
public record Target(KeyPrefix prefix, boolean writeOnce) {
    @Override
    public String toString() {
        return prefix.toString();
    }
}
