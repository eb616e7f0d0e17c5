package io.github.artifactpublisher.glob;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A path relative to a base folder, the same on every platform.
 *
 * @param names its segments; none if it is the base folder itself
 */
public record RelativePath(List<String> names) {
    /** The base folder itself. */
    public static final RelativePath BASE = new RelativePath(List.of());

    /** Copies the list. */
    public RelativePath {
        names = List.copyOf(names);
    }

    /** Parses names that are separated by {@code /}; a {@code /} at the end is ignored. */
    public static RelativePath of(String text) {
        String path = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        return new RelativePath(Arrays.asList(path.split("/", -1)));
    }

    /** Converts a relative path of the file system. */
    public static RelativePath of(Path relative) {
        List<String> names = new ArrayList<>();
        relative.forEach(name -> names.add(name.toString()));
        return new RelativePath(names);
    }

    /** The path of a file relative to a folder that contains it, or is it. */
    public static RelativePath between(Path folder, Path path) {
        return folder.equals(path) ? BASE : of(folder.relativize(path));
    }

    /** The path of an entry of this folder. */
    public RelativePath child(String name) {
        return new RelativePath(Stream.concat(names.stream(), Stream.of(name)).toList());
    }

    /** This path, which is relative to a folder, relative to the base of that folder. */
    public RelativePath below(RelativePath folder) {
        return new RelativePath(
                Stream.concat(folder.names.stream(), names.stream()).toList());
    }

    /** The path of the first names. */
    public RelativePath first(int count) {
        return new RelativePath(names.subList(0, count));
    }

    /** The path without the first names. */
    public RelativePath skip(int count) {
        return new RelativePath(names.subList(count, names.size()));
    }

    /** The last name. */
    public String last() {
        return names.get(names.size() - 1);
    }

    /** The folders that contain it, the outermost first. */
    public Stream<RelativePath> folders() {
        return IntStream.range(1, names.size()).mapToObj(this::first);
    }

    /** The path of the file below a folder. */
    public Path in(Path folder) {
        Path path = folder;
        for (String name : names) {
            path = path.resolve(name);
        }
        return path;
    }

    /** The names, separated by {@code /}. */
    @Override
    public String toString() {
        return String.join("/", names);
    }
}
