package io.github.artifactpublisher.outputs;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown with all files that the safety check refuses. */
public final class RefusedFilesException extends SelectionException {
    private static final long serialVersionUID = 1L;

    /** The number of files that a message should name at most. */
    public static final int MAX_NAMED = 20;

    private final transient List<RefusedFile> files;

    RefusedFilesException(List<RefusedFile> files) {
        super(Fault.REFUSED_FILES, files.get(0).path(), "and others are refused: " + named(files));
        this.files = List.copyOf(files);
    }

    private static String named(List<RefusedFile> files) {
        return files.stream()
                .limit(MAX_NAMED)
                .map(file -> file.reason() + " " + file.path())
                .collect(Collectors.joining(", "));
    }

    /** The files that a message should name: the most dangerous, at most {@value #MAX_NAMED}. */
    public List<RefusedFile> named() {
        return files.subList(0, Math.min(MAX_NAMED, files.size()));
    }

    /** The number of all refused files. */
    public int total() {
        return files.size();
    }
}
