package io.github.artifactpublisher.outputs;

import io.github.artifactpublisher.outputs.UnmatchedException.Unmatched;
import java.util.ArrayList;
import java.util.List;

/**
 * What selections have found so far, the bad with the good, so that all of it can be told at once.
 *
 * @param candidates files
 * @param findings what is refused before it is even a file
 * @param unmatched what has found nothing
 */
record Harvest(List<Candidate> candidates, List<Finding> findings, List<Unmatched> unmatched) {
    Harvest() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
}
