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
 * Walks a folder and hands out the files that match, sorted by name. It goes only where something can match, never into
 * {@code .git}, and through a link to a folder only if an include writes out the link's name and the link stays within
 * the base folder. Any other link to a folder is passed over, as git and find do: what it leads to is found at its own
 * place. One that leaves the base folder is handed out if it is asked for, so that the guard refuses it by name.
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
        walk(base.path(), RelativePath.BASE);
    }

    private void walk(Path folder, RelativePath path) {
        for (Path entry : entries(folder)) {
            String name = entry.getFileName().toString();
            RelativePath child = path.child(name);
            if (!name.equals(".git") && excludes.stream().noneMatch(glob -> glob.matches(child.names()))) {
                visit(entry, child);
            }
        }
    }

    private void visit(Path entry, RelativePath path) {
        BasicFileAttributes attributes = attributes(entry);
        boolean link = attributes.isSymbolicLink() || isJunction(attributes);
        if (link && Files.isDirectory(entry)) {
            visitLinkedFolder(entry, path);
        } else if (attributes.isDirectory()) {
            descend(entry, path);
        } else if (includes.stream().anyMatch(glob -> glob.matches(path.names()))) {
            found.accept(entry, path);
        }
    }

    private void visitLinkedFolder(Path link, RelativePath path) {
        boolean named = includes.stream().anyMatch(glob -> glob.namesOutright(path.names()));
        if (!base.holds(link)) {
            if (named || includes.stream().anyMatch(glob -> glob.matches(path.names()))) {
                found.accept(link, path);
            }
        } else if (named) {
            descend(link, path);
        }
    }

    private void descend(Path folder, RelativePath path) {
        boolean wanted = includes.stream().anyMatch(glob -> glob.mayMatchBelow(path.names()));
        if (wanted && excludes.stream().noneMatch(glob -> glob.matchesAllBelow(path.names()))) {
            walk(folder, path);
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
