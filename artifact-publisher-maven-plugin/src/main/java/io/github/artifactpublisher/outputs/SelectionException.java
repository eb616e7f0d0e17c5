package io.github.artifactpublisher.outputs;

import io.github.artifactpublisher.git.GitException;
import io.github.artifactpublisher.glob.GlobException;
import io.github.artifactpublisher.text.Quoted;
import java.util.function.Supplier;

/** A selection that is not legal, or whose files cannot be selected. */
public sealed class SelectionException extends RuntimeException
        permits LimitException, RefusedFilesException, UnmatchedException {
    private static final long serialVersionUID = 1L;

    /** The kind of failure. */
    public enum Fault {
        /** The subject is a pattern or an entry of {@code artifacts.paths} that is not well formed. */
        BAD_PATTERN,
        /** The subject is an attribute, such as {@code cacheControl}, whose value is not legal. */
        BAD_ATTRIBUTE,
        /** The subject is a size or a count that is not legal. */
        BAD_LIMIT,
        /** The subject is the base folder, and it is not a folder. */
        NO_FOLDER,
        /** The subject is a path that leads out of the base folder. */
        OUTSIDE_BASE,
        /** The subject is a file or folder that cannot be read. */
        UNREADABLE,
        /** Patterns or entries match no file: an {@link UnmatchedException}. */
        NOTHING_MATCHES,
        /** The safety check refuses files: a {@link RefusedFilesException}. */
        REFUSED_FILES,
        /** The files are too large together: a {@link LimitException}. */
        TOO_LARGE,
        /** The files are too many: a {@link LimitException}. */
        TOO_MANY,
        /** The subject is the git executable, and it cannot be started. */
        NO_GIT,
        /** The subject is a folder that is not in a git working tree. */
        NO_REPOSITORY,
        /** The subject is the folder in which git failed; the reason may quote git. */
        GIT_FAILED
    }

    private final Fault fault;
    private final String subject;
    private final String reason;

    SelectionException(Fault fault, String subject, String reason) {
        this(fault, subject, reason, null);
    }

    SelectionException(Fault fault, String subject, String reason, Throwable cause) {
        super(Quoted.line(fault + ": '" + subject + "' " + reason), cause);
        this.fault = fault;
        this.subject = subject;
        this.reason = reason;
    }

    static SelectionException of(GitException e) {
        Fault fault = switch (e.fault()) {
            case NO_GIT -> Fault.NO_GIT;
            case NO_REPOSITORY -> Fault.NO_REPOSITORY;
            case FAILED -> Fault.GIT_FAILED;
        };
        return new SelectionException(fault, e.subject(), e.reason(), e);
    }

    /** Runs code that uses patterns or searches folders, and turns its failures into selection failures. */
    static <T> T translate(Supplier<T> code) {
        try {
            return code.get();
        } catch (GlobException e) {
            Fault fault = switch (e.fault()) {
                case BAD_PATTERN -> Fault.BAD_PATTERN;
                case NO_FOLDER -> Fault.NO_FOLDER;
                case UNREADABLE -> Fault.UNREADABLE;
            };
            throw new SelectionException(fault, e.subject(), e.reason(), e);
        }
    }

    /** The kind of failure. */
    public Fault fault() {
        return fault;
    }

    /** The pattern, file or value as it was given; may contain any characters. */
    public String subject() {
        return subject;
    }

    /** Why it is wrong, as the end of a sentence that begins with the subject. */
    public String reason() {
        return reason;
    }
}
