package io.github.artifactpublisher.maven.message;

import io.github.artifactpublisher.text.Sourced;

/** The build was started by an event that gives the secrets to what may be code of a stranger. */
public final class UntrustedTriggerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Sourced<String> trigger;

    public UntrustedTriggerException(Sourced<String> trigger) {
        super(trigger.toString());
        this.trigger = trigger;
    }

    Sourced<String> trigger() {
        return trigger;
    }
}
