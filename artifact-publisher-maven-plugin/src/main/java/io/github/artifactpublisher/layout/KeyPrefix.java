package io.github.artifactpublisher.layout;

/**
 * The prefix of all keys of a published set.
 *
 * @param value a legal key, without a {@code /} at the end
 */
public record KeyPrefix(String value) {
    /**
     * Checks the prefix.
     *
     * @throws KeyException if it is not legal
     */
    public KeyPrefix {
        KeyRules.require(value);
    }

    /**
     * The key of a name below this prefix.
     *
     * @throws KeyException if the key is not legal
     */
    public ObjectKey key(String name) {
        return new ObjectKey(value + "/" + name);
    }

    /** Whether a key is below this prefix. */
    public boolean contains(ObjectKey key) {
        return key.value().startsWith(toString());
    }

    /** Returns the name of a key that is below this prefix. */
    public String relativize(ObjectKey key) {
        if (!contains(key)) {
            throw new IllegalArgumentException(key + " is not below " + this);
        }
        return key.value().substring(toString().length());
    }

    @Override
    public String toString() {
        return value + "/";
    }
}
