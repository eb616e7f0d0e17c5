package io.github.artifactpublisher.glob;

import io.github.artifactpublisher.text.EditDistance;
import java.util.List;

/**
 * The distance of a path from a pattern: the edit distance (Levenshtein) of their segments. Replacing a segment costs
 * from 0, if they match, to 1. Folders that {@code **} matches cost nothing.
 */
final class SegmentDistance {
    /** Beyond this share of changed characters, two names have nothing to do with each other. */
    private static final double UNRELATED = 0.6;

    private SegmentDistance() {}

    static double between(List<GlobSegment> pattern, List<String> path) {
        double[] row = new double[path.size() + 1];
        for (int i = 0; i <= path.size(); i++) {
            row[i] = i;
        }
        for (GlobSegment segment : pattern) {
            row = segment.isFolders() ? overFolders(row) : over(segment, row, path);
        }
        return row[path.size()];
    }

    private static double[] overFolders(double[] row) {
        double[] next = row.clone();
        for (int i = 1; i < next.length; i++) {
            next[i] = Math.min(next[i], next[i - 1]);
        }
        return next;
    }

    private static double[] over(GlobSegment segment, double[] row, List<String> path) {
        double[] next = new double[row.length];
        next[0] = row[0] + 1;
        for (int i = 1; i < row.length; i++) {
            double replaced = row[i - 1] + unlike(segment, path.get(i - 1));
            next[i] = Math.min(replaced, Math.min(row[i], next[i - 1]) + 1);
        }
        return next;
    }

    private static double unlike(GlobSegment segment, String name) {
        if (segment.matches(name)) {
            return 0;
        }
        String wanted = segment.toString();
        double share = (double) EditDistance.between(wanted, name) / Math.max(wanted.length(), name.length());
        return share > UNRELATED ? 1 : share;
    }
}
