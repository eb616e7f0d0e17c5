package io.github.artifactpublisher.maven.settings;

import io.github.artifactpublisher.outputs.ObjectAttributes;
import io.github.artifactpublisher.outputs.PathEntry;
import io.github.artifactpublisher.outputs.PathsParser;
import io.github.artifactpublisher.outputs.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reads selected files and their attributes from one place: the properties, or one {@code <selection>} of the POM. */
public final class SelectionScope {
    /** The folder that patterns and paths are relative to. */
    public enum Base {
        /** The folder of the module. */
        MODULE,
        /** The folder in which Maven was started. */
        ROOT
    }

    private final Settings settings;
    private final String place;

    /**
     * Creates a reader of one place.
     *
     * @param place the beginning of the names of its settings
     */
    SelectionScope(Settings settings, String place) {
        this.settings = settings;
        this.place = place;
    }

    Optional<Base> base() {
        return settings.choice(place + "base", Base.class);
    }

    Optional<Boolean> attached() {
        return settings.flag(place + "attached");
    }

    /** Returns the attributes without the Content-Type. */
    ObjectAttributes attributes() {
        return new ObjectAttributes(
                Optional.empty(),
                settings.value(place + "cacheControl"),
                settings.pairs(place + "metadata"),
                settings.pairs(place + "tags"),
                settings.flag(place + "gzip"),
                settings.number(place + "level", 1, 9).map(OptionalInt::of).orElseGet(OptionalInt::empty));
    }

    List<String> excludes() {
        return settings.values(place + "excludes");
    }

    /** Returns the selections; none if no setting selects files. */
    List<Selection> selections(List<String> excludes) {
        List<Selection> selections = new ArrayList<>();
        if (!includes().isEmpty()) {
            selections.add(Selection.globs(includes(), excludes));
        }
        if (untracked()) {
            selections.add(Selection.untracked(excludes));
        }
        if (!paths().isEmpty()) {
            selections.add(Selection.paths(paths(), excludes));
        }
        return selections;
    }

    /** Returns the names of the settings that select files. */
    List<String> kinds() {
        return Stream.of(
                        attached().orElse(false) ? "attached" : "",
                        includes().isEmpty() ? "" : "includes",
                        untracked() ? "untracked" : "",
                        paths().isEmpty() ? "" : "paths")
                .filter(kind -> !kind.isEmpty())
                .toList();
    }

    private List<String> includes() {
        return settings.values(place + "includes");
    }

    private boolean untracked() {
        return settings.flag(place + "untracked").orElse(false);
    }

    private List<PathEntry> paths() {
        return settings.value(place + "paths")
                .map(PathsParser.ofPlatform()::parse)
                .orElse(List.of());
    }
}
