package io.github.artifactpublisher.glob;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Finds the files below a folder that match patterns, sorted by name. Skips {@code .git} and the folders in which
 * nothing can match.
 *
 * <p>A symbolic link to a folder within the base folder is followed: a file below it has a path with the name of the
 * link. Two kinds of links are reported instead, if something below them can match, so that the caller can refuse them:
 * a link that leaves the base folder, and a link to a folder that is being walked already, unless an include contains
 * the name of the link without wildcards.
 */
public final class GlobWalk {
    private final BaseFolder base;
    private final List<Glob> includes;
    private final List<Glob> excludes;
    private final BiConsumer<Path, RelativePath> found;

    /**
     * A walk through a folder.
     *
     * @param base the folder
     * @param includes a file is found if one of these matches
     * @param excludes a file is not found if one of these matches the file or a folder that contains it
     * @param found receives each file or link, and its path relative to the base folder
     */
    public GlobWalk(BaseFolder base, List<Glob> includes, List<Glob> excludes, BiConsumer<Path, RelativePath> found) {
        this.base = base;
        this.includes = includes;
        this.excludes = excludes;
        this.found = found;
    }

    /**
     * Walks the base folder.
     *
     * @throws GlobException if a file or folder cannot be read
     */
    public void walk() {
        walk(new Folder(base.path(), base.real(), List.of()), RelativePath.BASE);
    }

    /**
     * Walks one entry of the base folder as {@link #walk()} would.
     *
     * @param path the entry, relative to the base folder
     * @throws GlobException if a file or folder cannot be read
     */
    public void walkFrom(Path entry, RelativePath path) {
        visit(entry, path, new Folder(entry.getParent(), real(entry.getParent()), List.of()));
    }

    /**
     * A folder that is being walked.
     *
     * @param path as it is walked
     * @param real the same without any link
     * @param linkedFrom the real folders with the links that led here
     */
    private record Folder(Path path, Path real, List<Path> linkedFrom) {
        Folder child(Path entry) {
            return new Folder(entry, real.resolve(entry.getFileName()), linkedFrom);
        }

        Folder followed(Path link, Path target) {
            List<Path> all = new ArrayList<>(linkedFrom);
            all.add(real);
            return new Folder(link, target, List.copyOf(all));
        }

        /** Whether the walk is in this folder or below it. */
        boolean isWithin(Path target) {
            return real.startsWith(target) || linkedFrom.stream().anyMatch(folder -> folder.startsWith(target));
        }
    }

    private void walk(Folder folder, RelativePath path) {
        for (Path entry : entries(folder.path())) {
            String name = entry.getFileName().toString();
            RelativePath child = path.child(name);
            if (!name.equals(".git") && excludes.stream().noneMatch(glob -> glob.matches(child))) {
                visit(entry, child, folder);
            }
        }
    }

    private void visit(Path entry, RelativePath path, Folder parent) {
        BasicFileAttributes attributes = attributes(entry);
        boolean link = attributes.isSymbolicLink() || isJunction(attributes);
        if (link && Files.isDirectory(entry)) {
            visitLinkedFolder(entry, path, parent);
        } else if (attributes.isDirectory()) {
            descend(parent.child(entry), path);
        } else if (isWanted(path)) {
            found.accept(entry, path);
        }
    }

    private void visitLinkedFolder(Path link, RelativePath path, Folder parent) {
        Path target = real(link);
        boolean named = includes.stream().anyMatch(glob -> glob.namesFolder(path.names()));
        boolean leaves = !target.startsWith(base.real());
        if (!leaves && (named || !parent.isWithin(target))) {
            descend(parent.followed(link, target), path);
        } else if (isWantedBelow(path) || (leaves && isWanted(path) && !isExcludedBelow(path))) {
            found.accept(link, path);
        }
    }

    private void descend(Folder folder, RelativePath path) {
        if (isWantedBelow(path)) {
            walk(folder, path);
        }
    }

    private boolean isWanted(RelativePath path) {
        return includes.stream().anyMatch(glob -> glob.matches(path));
    }

    private boolean isWantedBelow(RelativePath path) {
        return includes.stream().anyMatch(glob -> glob.mayMatchBelow(path)) && !isExcludedBelow(path);
    }

    private boolean isExcludedBelow(RelativePath path) {
        return excludes.stream().anyMatch(glob -> glob.matchesAllBelow(path));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw GlobException.unreadable(path, e);
        }
    }

    /** A junction of Windows is a folder and, to the JDK, something other than a symbolic link. */
    private static boolean isJunction(BasicFileAttributes attributes) {
        return attributes.isDirectory() && attributes.isOther();
    }

    private static BasicFileAttributes attributes(Path entry) {
        try {
            return Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw GlobException.unreadable(entry, e);
        }
    }

    private static List<Path> entries(Path folder) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (IOException e) {
            throw GlobException.unreadable(folder, e);
        } catch (DirectoryIteratorException e) {
            throw GlobException.unreadable(folder, e.getCause());
        }
        entries.sort(Comparator.comparing(entry -> entry.getFileName().toString()));
        return entries;
    }
}
