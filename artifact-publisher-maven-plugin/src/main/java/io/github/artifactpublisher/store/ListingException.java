package io.github.artifactpublisher.store;

/** Thrown if a server lists a page again that it has listed before, so the listing would never end. */
public final class ListingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String address;
    private final String last;

    /**
     * Creates the exception.
     *
     * @param address the listed prefix: {@code s3://bucket/prefix/}
     * @param last the last key of the repeated page
     */
    public ListingException(String address, String last) {
        super("the listing of " + address + " repeats the page that ends with " + last);
        this.address = address;
        this.last = last;
    }

    /** Returns the listed prefix: {@code s3://bucket/prefix/}. */
    public String address() {
        return address;
    }

    /** Returns the last key of the repeated page. */
    public String last() {
        return last;
    }
}
