package io.github.artifactpublisher.glob;

import io.github.artifactpublisher.text.Quoted;

/** A pattern that cannot be parsed, or a folder that cannot be searched. */
public final class GlobException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The kind of failure. */
    public enum Fault {
        /** The subject is a pattern that is not well formed. */
        BAD_PATTERN,
        /** The subject is the base folder, and it is not a folder. */
        NO_FOLDER,
        /** The subject is a file or folder that cannot be read. */
        UNREADABLE
    }

    private final Fault fault;
    private final String subject;
    private final String reason;

    GlobException(Fault fault, String subject, String reason, Throwable cause) {
        super(Quoted.line(fault + ": '" + subject + "' " + reason), cause);
        this.fault = fault;
        this.subject = subject;
        this.reason = reason;
    }

    static GlobException badPattern(String pattern, String reason) {
        return new GlobException(Fault.BAD_PATTERN, pattern, reason, null);
    }

    static GlobException unreadable(Object path, Throwable cause) {
        return new GlobException(Fault.UNREADABLE, path.toString(), "cannot be read", cause);
    }

    /** The kind of failure. */
    public Fault fault() {
        return fault;
    }

    /** The pattern or path as it was given; may contain any characters. */
    public String subject() {
        return subject;
    }

    /** Why it is wrong, as the end of a sentence that begins with the subject. */
    public String reason() {
        return reason;
    }
}
