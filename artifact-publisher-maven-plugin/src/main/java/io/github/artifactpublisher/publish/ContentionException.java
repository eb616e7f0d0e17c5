package io.github.artifactpublisher.publish;

/** Other builds have published to the same address again and again while this one tried to. */
public final class ContentionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String address;
    private final int attempts;

    ContentionException(String address, int attempts) {
        super(address + " after " + attempts + " attempts");
        this.address = address;
        this.attempts = attempts;
    }

    /** Where: {@code s3://bucket/prefix/}. */
    public String address() {
        return address;
    }

    /** How often it was tried. */
    public int attempts() {
        return attempts;
    }
}
