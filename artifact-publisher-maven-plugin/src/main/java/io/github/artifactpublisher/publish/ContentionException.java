package io.github.artifactpublisher.publish;

/** The manifest could not be written in many attempts: other builds, or the server, have each time prevented it. */
public final class ContentionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String address;
    private final int attempts;
    private final boolean othersSeen;

    ContentionException(String address, int attempts, boolean othersSeen) {
        super(address + " after " + attempts + " attempts");
        this.address = address;
        this.attempts = attempts;
        this.othersSeen = othersSeen;
    }

    /** Whether manifests of other builds were seen to come in between; else the server alone has refused. */
    public boolean othersSeen() {
        return othersSeen;
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
