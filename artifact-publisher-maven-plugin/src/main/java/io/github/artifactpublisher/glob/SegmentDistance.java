package io.github.artifactpublisher.glob;

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
        double share = (double) edits(wanted, name) / Math.max(wanted.length(), name.length());
        return share > UNRELATED ? 1 : share;
    }

    /** Two swapped characters, a frequent typo, are one edit (optimal string alignment). */
    private static int edits(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : edits(edits, a, i, b, j);
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int edits(int[][] edits, String a, int i, String b, int j) {
        int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int min = Math.min(replaced, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(min, edits[i - 2][j - 2] + 1) : min;
    }
}
