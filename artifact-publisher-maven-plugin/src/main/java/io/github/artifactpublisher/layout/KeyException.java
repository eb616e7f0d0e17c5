package io.github.artifactpublisher.layout;

import io.github.artifactpublisher.text.Quoted;

/** A text that is not legal as an object key or prefix. */
public final class KeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String text;
    private final String reason;

    /**
     * Creates the exception.
     *
     * @param text the text that was to become a key
     * @param reason why it is not legal, as the end of a sentence that begins with the text
     */
    public KeyException(String text, String reason) {
        this(text, reason, null);
    }

    KeyException(String text, String reason, Throwable cause) {
        super(Quoted.line("'" + text + "' " + reason), cause);
        this.text = text;
        this.reason = reason;
    }

    /** The text that was to become a key; may contain any characters. */
    public String text() {
        return text;
    }

    /** Why it is not legal, as the end of a sentence that begins with the text. */
    public String reason() {
        return reason;
    }
}
