package io.github.artifactpublisher.layout;

/**
 * A place that gets the whole set.
 *
 * @param prefix of all its keys
 * @param writeOnce whether a set that exists there is never replaced by another one
 */
public record Target(KeyPrefix prefix, boolean writeOnce) {
    @Override
    public String toString() {
        return prefix.toString();
    }
}
