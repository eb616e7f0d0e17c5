package io.github.artifactpublisher.outputs;

import io.github.artifactpublisher.glob.Glob;
import io.github.artifactpublisher.outputs.SelectionException.Fault;
import java.util.List;

/** Describes the files to publish, and how they are stored. */
public sealed interface Selection {
    /** Patterns of files that are left out; a pattern that matches a folder leaves out all below it. */
    List<Glob> excludes();

    /** The attributes with which the files are stored. */
    ObjectAttributes attributes();

    /** The same files with other attributes. */
    Selection with(ObjectAttributes other);

    /**
     * Selects the files that patterns match.
     *
     * @throws SelectionException if a pattern is not well formed or there is none
     */
    static Selection globs(List<String> includes, List<String> excludes) {
        return new Globs(parsed(includes), parsed(excludes), ObjectAttributes.NONE);
    }

    /**
     * Selects the files that git neither tracks nor ignores.
     *
     * @throws SelectionException if a pattern is not well formed
     */
    static Selection untracked(List<String> excludes) {
        return new Untracked(parsed(excludes), ObjectAttributes.NONE);
    }

    /**
     * Selects files and folders by their paths.
     *
     * @throws SelectionException if a pattern is not well formed or there is no entry
     */
    static Selection paths(List<PathEntry> entries, List<String> excludes) {
        return new Paths(entries, parsed(excludes), ObjectAttributes.NONE);
    }

    private static List<Glob> parsed(List<String> patterns) {
        return SelectionException.translate(() -> Glob.all(patterns));
    }

    /**
     * The files that patterns match. The name of each is its path relative to the base folder.
     *
     * @param includes each must match at least one file
     */
    record Globs(List<Glob> includes, List<Glob> excludes, ObjectAttributes attributes) implements Selection {
        /** Copies the lists. */
        public Globs {
            includes = List.copyOf(includes);
            excludes = List.copyOf(excludes);
            if (includes.isEmpty()) {
                throw new SelectionException(Fault.BAD_PATTERN, "includes", "is empty");
            }
        }

        @Override
        public Selection with(ObjectAttributes other) {
            return new Globs(includes, excludes, other);
        }
    }

    /**
     * The files below the base folder that git neither tracks nor ignores. The name of each is its path relative to the
     * base folder. Unlike {@code git ls-files -o}, the default of travis-ci/artifacts, files that {@code .gitignore}
     * names are left out.
     */
    record Untracked(List<Glob> excludes, ObjectAttributes attributes) implements Selection {
        /** Copies the list. */
        public Untracked {
            excludes = List.copyOf(excludes);
        }

        @Override
        public Selection with(ObjectAttributes other) {
            return new Untracked(excludes, other);
        }
    }

    /**
     * The files and folders that {@code artifacts.paths} names. {@link PathEntry} defines the names.
     *
     * @param entries each must select at least one file
     */
    record Paths(List<PathEntry> entries, List<Glob> excludes, ObjectAttributes attributes) implements Selection {
        /** Copies the lists. */
        public Paths {
            entries = List.copyOf(entries);
            excludes = List.copyOf(excludes);
            if (entries.isEmpty()) {
                throw new SelectionException(Fault.BAD_PATTERN, "paths", "is empty");
            }
        }

        @Override
        public Selection with(ObjectAttributes other) {
            return new Paths(entries, excludes, other);
        }
    }
}
