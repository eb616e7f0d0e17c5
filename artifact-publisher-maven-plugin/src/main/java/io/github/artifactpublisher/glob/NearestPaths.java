package io.github.artifactpublisher.glob;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;

/** Finds existing paths that are similar to a pattern which matches nothing. Visits a limited number of files. */
public final class NearestPaths {
    private static final int MAX_PATHS = 3;
    private static final int MAX_VISITED = 20_000;
    private static final int MAX_DEPTH = 12;

    private final TreeMap<String, RelativePath> existing = new TreeMap<>();

    private NearestPaths() {}

    /**
     * Finds at most three paths, the nearest first; none if none has anything in common with the pattern.
     *
     * @return paths relative to the base folder; a folder ends with {@code /}
     */
    public static List<String> to(Glob glob, Path base) {
        NearestPaths paths = new NearestPaths();
        try {
            Files.walkFileTree(base, EnumSet.noneOf(FileVisitOption.class), MAX_DEPTH, paths.new Collector(base));
        } catch (IOException e) {
            // A hint is not worth a failure: use the files that were visited so far.
            return paths.to(glob);
        }
        return paths.to(glob);
    }

    private List<String> to(Glob glob) {
        record Near(String path, double distance) {}
        double unrelated = distance(glob, List.of());
        return existing.entrySet().stream()
                .map(entry ->
                        new Near(entry.getKey(), distance(glob, entry.getValue().names())))
                .filter(near -> near.distance() < unrelated)
                .sorted(Comparator.comparingDouble(Near::distance).thenComparing(Near::path))
                .limit(MAX_PATHS)
                .map(Near::path)
                .toList();
    }

    private static double distance(Glob glob, List<String> path) {
        return glob.alternatives().stream()
                .mapToDouble(alternative -> SegmentDistance.between(alternative.root(), path))
                .min()
                .orElseThrow();
    }

    private final class Collector extends SimpleFileVisitor<Path> {
        private final Path base;

        Collector(Path base) {
            this.base = base;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (folder.equals(base)) {
                return FileVisitResult.CONTINUE;
            }
            RelativePath path = RelativePath.between(base, folder);
            if (path.last().equals(".git")) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            return add(path + "/", path);
        }

        /** Also called for the folders at the maximum depth. */
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            RelativePath path = RelativePath.between(base, file);
            return add(path + (attributes.isDirectory() ? "/" : ""), path);
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }

        private FileVisitResult add(String shown, RelativePath path) {
            existing.put(shown, path);
            return existing.size() < MAX_VISITED ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }
    }
}
