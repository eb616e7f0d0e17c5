package io.github.artifactpublisher.outputs;

import java.util.List;
import java.util.stream.Collectors;

/** All that the guard refuses at once, because one finding a build would need many builds. */
public final class RefusedFilesException extends SelectionException {
    private static final long serialVersionUID = 1L;

    /** How many findings are to be named. */
    public static final int MOST_NAMED = 20;

    private final transient List<Finding> findings;

    RefusedFilesException(List<Finding> findings) {
        super(Fault.REFUSED_FILES, findings.get(0).path(), "and others are refused: " + named(findings));
        this.findings = List.copyOf(findings);
    }

    private static String named(List<Finding> findings) {
        return findings.stream()
                .limit(MOST_NAMED)
                .map(finding -> finding.reason() + " " + finding.path())
                .collect(Collectors.joining(", "));
    }

    /** The findings that are to be named: the gravest, at most {@value #MOST_NAMED}. */
    public List<Finding> named() {
        return findings.subList(0, Math.min(MOST_NAMED, findings.size()));
    }

    /** How many findings there are, the named ones included. */
    public int total() {
        return findings.size();
    }
}
