package io.github.artifactpublisher.maven.message;

import io.github.artifactpublisher.text.Sourced;

/** The build was started by an event that has the secrets of the repository and may have checked out code of a fork. */
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
