package io.github.artifactpublisher.outputs;

/** Outputs that cannot be selected as asked. The facts are for whoever makes a sentence of them. */
public sealed class SelectionException extends RuntimeException
        permits LimitException, RefusedFilesException, UnmatchedException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Fault {
        /** The subject is a pattern or an entry of the {@code paths} form that cannot be read. */
        BAD_PATTERN,
        /** The subject is an attribute, such as {@code cacheControl}, whose value is not legal. */
        BAD_ATTRIBUTE,
        /** The subject is a size or a count that cannot be read. */
        BAD_LIMIT,
        /** The subject is the base folder, and it is no folder. */
        NO_FOLDER,
        /** The subject is a path that leads out of the base folder. */
        OUTSIDE_BASE,
        /** The subject is a file or folder that cannot be read. */
        UNREADABLE,
        /** Patterns match nothing: an {@link UnmatchedException}. */
        NOTHING_MATCHES,
        /** The guard refuses files: a {@link RefusedFilesException}. */
        REFUSED_FILES,
        /** The files are too large together: a {@link LimitException}. */
        TOO_LARGE,
        /** The files are too many: a {@link LimitException}. */
        TOO_MANY,
        /** The subject is the git executable, and it cannot be started. */
        NO_GIT,
        /** The subject is a folder that no git repository holds. */
        NO_REPOSITORY,
        /** The subject is a folder about which git fails; the reason is what git says. */
        GIT_FAILED
    }

    private final Fault fault;
    private final String subject;
    private final String reason;

    SelectionException(Fault fault, String subject, String reason) {
        this(fault, subject, reason, null);
    }

    SelectionException(Fault fault, String subject, String reason, Throwable cause) {
        super((fault + ": '" + subject + "' " + reason).replaceAll("\\p{Cntrl}", "?"), cause);
        this.fault = fault;
        this.subject = subject;
        this.reason = reason;
    }

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }

    /** What it is about, as it was given; may hold any characters. */
    public String subject() {
        return subject;
    }

    /** Why it is wrong, as the end of a sentence that begins with the subject. */
    public String reason() {
        return reason;
    }
}
