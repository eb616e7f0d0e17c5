package io.github.artifactpublisher.publish;

/** The manifest is published, and what is done after it has failed: whether all that it names is there is not known. */
public final class NotCheckedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String address;
    private final RuntimeException failure;

    NotCheckedException(String address, RuntimeException failure) {
        super(address + " is published and not checked", failure);
        this.address = address;
        this.failure = failure;
    }

    /** The address of the set: {@code s3://bucket/prefix/}. */
    public String address() {
        return address;
    }

    /** What has failed. */
    public RuntimeException failure() {
        return failure;
    }
}
