package io.github.artifactpublisher.maven;

import io.github.artifactpublisher.ci.Sourced;

/** The build was started by an event that gives the secrets to what may be code of a stranger. */
final class UntrustedTriggerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Sourced<String> trigger;

    UntrustedTriggerException(Sourced<String> trigger) {
        super(trigger.toString());
        this.trigger = trigger;
    }

    Sourced<String> trigger() {
        return trigger;
    }
}
