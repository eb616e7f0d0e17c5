package io.github.artifactpublisher.outputs;

import io.github.artifactpublisher.outputs.SelectionException.Fault;
import java.util.List;

/** Which files are published, and how they are stored. Excludes leave out folders with all below them. */
public sealed interface Selection {
    /** What is left out; a pattern that matches a folder leaves out all below it. */
    List<Glob> excludes();

    /** How what is selected is stored. */
    ObjectAttributes attributes();

    /** The same files, stored in another way. */
    Selection with(ObjectAttributes other);

    /**
     * The files that patterns match.
     *
     * @throws SelectionException if a pattern is not well formed or there is none
     */
    static Selection globs(List<String> includes, List<String> excludes) {
        return new Globs(Glob.all(includes), Glob.all(excludes), ObjectAttributes.NONE);
    }

    /**
     * The files that git neither tracks nor ignores.
     *
     * @throws SelectionException if a pattern is not well formed
     */
    static Selection untracked(List<String> excludes) {
        return new Untracked(Glob.all(excludes), ObjectAttributes.NONE);
    }

    /**
     * The files and folders that are named.
     *
     * @throws SelectionException if a pattern is not well formed or there is no entry
     */
    static Selection paths(List<PathEntry> entries, List<String> excludes) {
        return new Paths(entries, Glob.all(excludes), ObjectAttributes.NONE);
    }

    /**
     * What patterns match, called by its path relative to the base folder.
     *
     * @param includes each has to match something
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
     * What git neither tracks nor ignores below the base folder, called by its path relative to it. Unlike {@code git
     * ls-files -o}, which travis-ci/artifacts came with, it leaves out what {@code .gitignore} names.
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
     * What is named in the {@code paths} form, called as {@link PathEntry} says.
     *
     * @param entries each has to name something
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
