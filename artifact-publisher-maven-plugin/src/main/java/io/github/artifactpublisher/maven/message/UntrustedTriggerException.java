package io.github.artifactpublisher.maven.message;

import io.github.artifactpublisher.text.Sourced;

/** Thrown if the event that started the build has the repository's secrets and may build the code of a fork. */
public final class UntrustedTriggerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Sourced<String> trigger;

    /** Creates the exception. */
    public UntrustedTriggerException(Sourced<String> trigger) {
        super(trigger.toString());
        this.trigger = trigger;
    }

    Sourced<String> trigger() {
        return trigger;
    }
}
