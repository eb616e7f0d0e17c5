package io.github.artifactpublisher.layout;

/** A text that cannot be an object key or a prefix of one. The facts are for whoever makes a sentence of them. */
public final class KeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String text;
    private final String reason;

    /**
     * Makes the exception.
     *
     * @param text what was to become a key
     * @param reason why it cannot, as the end of a sentence that begins with the text
     */
    public KeyException(String text, String reason) {
        super("'" + text + "' " + reason);
        this.text = text;
        this.reason = reason;
    }

    /** What was to become a key. */
    public String text() {
        return text;
    }

    /** Why it cannot, as the end of a sentence that begins with the text. */
    public String reason() {
        return reason;
    }
}
