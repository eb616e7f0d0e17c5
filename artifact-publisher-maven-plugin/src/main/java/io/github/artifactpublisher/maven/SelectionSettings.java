package io.github.artifactpublisher.maven;

import io.github.artifactpublisher.ci.Sourced;
import io.github.artifactpublisher.outputs.ByteSize;
import io.github.artifactpublisher.outputs.Guard;
import io.github.artifactpublisher.outputs.Guard.Allowances;
import io.github.artifactpublisher.outputs.Limits;
import io.github.artifactpublisher.outputs.ObjectAttributes;
import io.github.artifactpublisher.outputs.PathsForm;
import io.github.artifactpublisher.outputs.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads which files are published beside the artifacts, what the guard lets pass, and how all are stored. */
final class SelectionSettings {
    private final Settings settings;

    SelectionSettings(Settings settings) {
        this.settings = settings;
    }

    /** Whether the main and attached artifacts are published. */
    boolean attached() {
        return settings.flag("artifacts.attached").orElse(true);
    }

    /**
     * The selections of files.
     *
     * @param moduleFolders the folders of modules below this one, which select for themselves
     */
    List<Selection> selections(List<String> moduleFolders) {
        List<String> excludes = new ArrayList<>(settings.values("artifacts.excludes"));
        excludes.addAll(moduleFolders);
        List<Selection> selections = new ArrayList<>();
        List<String> includes = settings.values("artifacts.includes");
        if (!includes.isEmpty()) {
            selections.add(Selection.globs(includes, excludes));
        }
        if (settings.flag("artifacts.untracked").orElse(false)) {
            selections.add(Selection.untracked(excludes));
        }
        settings.value("artifacts.paths")
                .map(PathsForm.ofPlatform()::list)
                .filter(entries -> !entries.isEmpty())
                .ifPresent(entries -> selections.add(Selection.paths(entries, excludes)));
        return selections;
    }

    Guard guard() {
        return new Guard(Allowances.of(
                settings.values("artifacts.allowHidden"),
                settings.values("artifacts.allowSecretLooking"),
                settings.values("artifacts.allowNestedRepositories")));
    }

    /** How every file is stored. */
    ObjectAttributes attributes() {
        return new ObjectAttributes(
                Optional.empty(),
                settings.value("artifacts.cacheControl"),
                settings.pairs("artifacts.metadata"),
                settings.pairs("artifacts.tags"),
                Optional.empty(),
                optional(settings.number("artifacts.level", 1, 9)));
    }

    Limits limits() {
        Optional<ByteSize> maxSize =
                settings.text("artifacts.maxSize").map(Sourced::value).map(ByteSize::parse);
        return new Limits(maxSize, optional(settings.number("artifacts.maxFiles", 1, Integer.MAX_VALUE)));
    }

    private static OptionalInt optional(Optional<Integer> number) {
        return number.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }
}
