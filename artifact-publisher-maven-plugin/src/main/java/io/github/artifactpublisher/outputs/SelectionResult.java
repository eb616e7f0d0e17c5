package io.github.artifactpublisher.outputs;

import io.github.artifactpublisher.outputs.UnmatchedException.Unmatched;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the files that selections find, and the failures, so that all of them are reported at once.
 *
 * @param candidates files
 * @param refused files that are refused while they are searched for
 * @param unmatched patterns and paths that find nothing
 */
record SelectionResult(List<Candidate> candidates, List<RefusedFile> refused, List<Unmatched> unmatched) {
    SelectionResult() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
}
