package io.github.artifactpublisher.outputs;

import io.github.artifactpublisher.outputs.SelectionException.Fault;
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
 * Walks a folder and hands out the files that match, sorted by name. It goes only where something can match, and never
 * into {@code .git}. A link to a folder within the base folder is followed as one to a file is: what is below it has
 * the link's name. Two links are handed out themselves, so that the guard refuses them by name, if something below them
 * is asked for: one that leaves the base folder, and one to a folder that the walk is in already, unless an include
 * writes out its name.
 */
final class GlobWalk {
    private final BaseFolder base;
    private final List<Glob> includes;
    private final List<Glob> excludes;
    private final BiConsumer<Path, RelativePath> found;

    GlobWalk(BaseFolder base, List<Glob> includes, List<Glob> excludes, BiConsumer<Path, RelativePath> found) {
        this.base = base;
        this.includes = includes;
        this.excludes = excludes;
        this.found = found;
    }

    void walk() {
        walk(new Folder(base.path(), base.real(), List.of()), RelativePath.BASE);
    }

    /** Walks what a path leads to, as if the walk had come there from the base folder. */
    void walkFrom(Path entry, RelativePath path) {
        visit(entry, path, new Folder(entry.getParent(), real(entry.getParent()), List.of()));
    }

    /**
     * A folder that the walk is in.
     *
     * @param path as it is walked
     * @param real the same without any link
     * @param left the real folders in which the links are that have led here
     */
    private record Folder(Path path, Path real, List<Path> left) {
        Folder child(Path entry) {
            return new Folder(entry, real.resolve(entry.getFileName()), left);
        }

        Folder behind(Path link, Path target) {
            List<Path> all = new ArrayList<>(left);
            all.add(real);
            return new Folder(link, target, List.copyOf(all));
        }

        /** Whether the walk is in this folder or below it. */
        boolean isWithin(Path target) {
            return real.startsWith(target) || left.stream().anyMatch(folder -> folder.startsWith(target));
        }
    }

    private void walk(Folder folder, RelativePath path) {
        for (Path entry : entries(folder.path())) {
            String name = entry.getFileName().toString();
            RelativePath child = path.child(name);
            if (!name.equals(".git") && excludes.stream().noneMatch(glob -> glob.matches(child.names()))) {
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
        boolean named = includes.stream().anyMatch(glob -> glob.namesOutright(path.names()));
        boolean leaves = !target.startsWith(base.real());
        if (!leaves && (named || !parent.isWithin(target))) {
            descend(parent.behind(link, target), path);
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
        return includes.stream().anyMatch(glob -> glob.matches(path.names()));
    }

    private boolean isWantedBelow(RelativePath path) {
        return includes.stream().anyMatch(glob -> glob.mayMatchBelow(path.names())) && !isExcludedBelow(path);
    }

    private boolean isExcludedBelow(RelativePath path) {
        return excludes.stream().anyMatch(glob -> glob.matchesAllBelow(path.names()));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw unreadable(path, e);
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
            throw unreadable(entry, e);
        }
    }

    private static List<Path> entries(Path folder) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (IOException e) {
            throw unreadable(folder, e);
        } catch (DirectoryIteratorException e) {
            throw unreadable(folder, e.getCause());
        }
        entries.sort(Comparator.comparing(entry -> entry.getFileName().toString()));
        return entries;
    }

    private static SelectionException unreadable(Path path, IOException cause) {
        return new SelectionException(Fault.UNREADABLE, path.toString(), "cannot be read", cause);
    }
}
