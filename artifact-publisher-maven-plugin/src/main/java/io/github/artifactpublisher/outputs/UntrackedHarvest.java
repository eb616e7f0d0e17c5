package io.github.artifactpublisher.outputs;

import io.github.artifactpublisher.outputs.Finding.Reason;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds what version control neither tracks nor ignores. */
final class UntrackedHarvest {
    private final BaseFolder base;
    private final Guard guard;
    private final UntrackedFiles untrackedFiles;
    private final Harvest harvest;

    UntrackedHarvest(BaseFolder base, Guard guard, UntrackedFiles untrackedFiles, Harvest harvest) {
        this.base = base;
        this.guard = guard;
        this.untrackedFiles = untrackedFiles;
        this.harvest = harvest;
    }

    void add(Selection.Untracked untracked) {
        add(untracked, RelativePath.BASE);
    }

    private void add(Selection.Untracked untracked, RelativePath repository) {
        for (String listed : sorted(untrackedFiles.below(repository.in(base.path())))) {
            RelativePath path = RelativePath.of(listed).below(repository);
            if (!isExcluded(path, untracked.excludes())) {
                if (listed.endsWith("/")) {
                    addRepository(untracked, path);
                } else {
                    addFile(untracked, path);
                }
            }
        }
    }

    private void addRepository(Selection.Untracked untracked, RelativePath path) {
        boolean excluded = untracked.excludes().stream().anyMatch(glob -> glob.matchesAllBelow(path.names()));
        if (!excluded && guard.mayEnterRepository(path)) {
            add(untracked, path);
        } else if (!excluded) {
            harvest.findings().add(new Finding(Reason.NESTED_REPOSITORY, path + "/", Optional.empty()));
        }
    }

    /** Git lists a link and never what is below it. */
    private void addFile(Selection.Untracked untracked, RelativePath path) {
        try {
            Path file = path.in(base.path());
            if (Files.isDirectory(file)) {
                addBelow(untracked, file, path);
            } else {
                addCandidate(untracked, file, path);
            }
        } catch (InvalidPathException e) {
            harvest.findings().add(new Finding(Reason.UNREADABLE_NAME, path.toString(), Optional.empty()));
        }
    }

    private void addBelow(Selection.Untracked untracked, Path link, RelativePath path) {
        new GlobWalk(
                        base,
                        List.of(Glob.of("**")),
                        untracked.excludes(),
                        (file, name) -> addCandidate(untracked, file, name))
                .walkFrom(link, path);
    }

    private void addCandidate(Selection.Untracked untracked, Path file, RelativePath path) {
        harvest.candidates().add(new Candidate(file, path, path.toString(), untracked.attributes()));
    }

    private static boolean isExcluded(RelativePath path, List<Glob> excludes) {
        return excludes.stream()
                .anyMatch(glob ->
                        glob.matches(path.names()) || path.folders().anyMatch(folder -> glob.matches(folder.names())));
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().sorted().toList();
    }
}
