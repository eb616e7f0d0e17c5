package io.github.artifactpublisher.outputs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A path below a base folder as names, whatever divides them on the platform; the base itself has none. */
record RelativePath(List<String> names) {
    static final RelativePath BASE = new RelativePath(List.of());

    RelativePath {
        names = List.copyOf(names);
    }

    /** Reads names divided by {@code /}; a {@code /} at the end means nothing. */
    static RelativePath of(String text) {
        String path = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        return new RelativePath(Arrays.asList(path.split("/", -1)));
    }

    /** What leads from a folder to a path below it or to itself. */
    static RelativePath between(Path folder, Path path) {
        List<String> names = new ArrayList<>();
        folder.relativize(path).forEach(name -> names.add(name.toString()));
        return folder.equals(path) ? BASE : new RelativePath(names);
    }

    RelativePath child(String name) {
        return new RelativePath(Stream.concat(names.stream(), Stream.of(name)).toList());
    }

    RelativePath below(RelativePath folder) {
        return new RelativePath(
                Stream.concat(folder.names.stream(), names.stream()).toList());
    }

    RelativePath first(int count) {
        return new RelativePath(names.subList(0, count));
    }

    RelativePath from(int count) {
        return new RelativePath(names.subList(count, names.size()));
    }

    String last() {
        return names.get(names.size() - 1);
    }

    /** The folders on the way, the outermost first. */
    Stream<RelativePath> folders() {
        return IntStream.range(1, names.size()).mapToObj(this::first);
    }

    /** The path below a folder, for the file system. */
    Path in(Path folder) {
        Path path = folder;
        for (String name : names) {
            path = path.resolve(name);
        }
        return path;
    }

    /** The names with {@code /} between. */
    @Override
    public String toString() {
        return String.join("/", names);
    }
}
