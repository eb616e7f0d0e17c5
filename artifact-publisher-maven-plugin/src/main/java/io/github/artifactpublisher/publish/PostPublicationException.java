package io.github.artifactpublisher.publish;

/**
 * Thrown if a step after the manifest was published has failed, so it is not known whether all objects of the set
 * exist.
 */
public final class PostPublicationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String address;
    private final RuntimeException failure;

    PostPublicationException(String address, RuntimeException failure) {
        super(address + " is published and not checked", failure);
        this.address = address;
        this.failure = failure;
    }

    /** Returns the address of the set: {@code s3://bucket/prefix/}. */
    public String address() {
        return address;
    }

    /** Returns the failure. */
    public RuntimeException failure() {
        return failure;
    }
}
