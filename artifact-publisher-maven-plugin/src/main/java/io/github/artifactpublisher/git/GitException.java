package io.github.artifactpublisher.git;

import io.github.artifactpublisher.text.Quoted;

/** A git command that could not be run, or failed. */
public final class GitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The kind of failure. */
    public enum Fault {
        /** The subject is the git executable, and it cannot be started. */
        NO_GIT,
        /** The subject is a folder that is not in a git working tree. */
        NO_REPOSITORY,
        /** The subject is the folder in which git failed or took too long; the reason may quote git. */
        FAILED
    }

    private final Fault fault;
    private final String subject;
    private final String reason;

    GitException(Fault fault, String subject, String reason, Throwable cause) {
        super(Quoted.line(fault + ": '" + subject + "' " + reason), cause);
        this.fault = fault;
        this.subject = subject;
        this.reason = reason;
    }

    /** The kind of failure. */
    public Fault fault() {
        return fault;
    }

    /** The executable or the folder; may contain any characters. */
    public String subject() {
        return subject;
    }

    /** Why it failed, as the end of a sentence that begins with the subject. */
    public String reason() {
        return reason;
    }
}
