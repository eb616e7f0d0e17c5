package io.github.artifactpublisher.publish;

/** A server gives the same page of a listing again: the listing would never end. */
public final class ListingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String address;
    private final String last;

    ListingException(String address, String last) {
        super("a listing of " + address + " comes to " + last + " again");
        this.address = address;
        this.last = last;
    }

    /** What was listed: {@code s3://bucket/prefix/}. */
    public String address() {
        return address;
    }

    /** The key with which the page has ended before. */
    public String last() {
        return last;
    }
}
