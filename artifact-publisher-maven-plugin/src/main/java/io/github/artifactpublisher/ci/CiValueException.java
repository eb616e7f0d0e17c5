package io.github.artifactpublisher.ci;

import io.github.artifactpublisher.text.Quoted;
import io.github.artifactpublisher.text.Sourced;

/**
 * Thrown if a value of a CI server or of git is malformed. Contains no user info of URLs, and has no cause, because
 * that could contain it.
 */
public final class CiValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String variable;
    private final String value;
    private final String reason;

    CiValueException(Sourced<String> malformed, String reason) {
        super(malformed.source() + ": " + reason);
        this.variable = malformed.source();
        this.value = Quoted.withoutUserInfo(malformed.value());
        this.reason = reason;
    }

    /** The source of the value, see {@link Sourced#source()}. */
    public String variable() {
        return variable;
    }

    /** The value without user info; may contain control characters. */
    public String value() {
        return value;
    }

    /** The reason, as a sentence without control characters. */
    public String reason() {
        return reason;
    }
}
