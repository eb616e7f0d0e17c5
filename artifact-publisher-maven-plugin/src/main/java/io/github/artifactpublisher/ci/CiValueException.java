package io.github.artifactpublisher.ci;

import io.github.artifactpublisher.text.Quoted;
import io.github.artifactpublisher.text.Sourced;

/**
 * A CI server's or git's value is there, but it is not what it should be. Carries facts without secrets; the caller
 * makes the sentence for the user.
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

    /** The source of the value, as {@link Sourced#source()} has it. */
    public String variable() {
        return variable;
    }

    /** The value as it arrived, without user info; it may hold control characters. */
    public String value() {
        return value;
    }

    /** A sentence that says why the value was refused; it may be printed. */
    public String reason() {
        return reason;
    }
}
