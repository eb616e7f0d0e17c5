package io.github.artifactpublisher.layout;

/**
 * The key of an object in a bucket.
 *
 * @param value 1 to 1024 bytes of UTF-8; segments separated by {@code /}, none empty, {@code .} or {@code ..}; no
 *     control character and no backslash
 */
public record ObjectKey(String value) {
    /**
     * Checks the key.
     *
     * @throws KeyException if it is not legal
     */
    public ObjectKey {
        KeyRules.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
