package io.github.artifactpublisher.outputs;

import io.github.artifactpublisher.git.GitException;
import io.github.artifactpublisher.git.UntrackedFiles;
import io.github.artifactpublisher.glob.BaseFolder;
import io.github.artifactpublisher.glob.Glob;
import io.github.artifactpublisher.glob.GlobWalk;
import io.github.artifactpublisher.glob.RelativePath;
import io.github.artifactpublisher.outputs.RefusedFile.Reason;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the files that git neither tracks nor ignores. */
final class UntrackedFinder {
    private final BaseFolder base;
    private final SafetyCheck check;
    private final SelectionResult result;

    UntrackedFinder(BaseFolder base, SafetyCheck check, SelectionResult result) {
        this.base = base;
        this.check = check;
        this.result = result;
    }

    void find(Selection.Untracked untracked) {
        find(untracked, RelativePath.BASE);
    }

    private void find(Selection.Untracked untracked, RelativePath repository) {
        for (String listed : listed(repository)) {
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
        boolean excluded = untracked.excludes().stream().anyMatch(glob -> glob.matchesAllBelow(path));
        if (!excluded && check.mayEnterRepository(path)) {
            find(untracked, path);
        } else if (!excluded) {
            result.refused().add(new RefusedFile(Reason.NESTED_REPOSITORY, path + "/", Optional.empty()));
        }
    }

    /** Git lists a link to a folder, and not the files below it. */
    private void addFile(Selection.Untracked untracked, RelativePath path) {
        try {
            Path file = path.in(base.path());
            if (Files.isDirectory(file)) {
                addBelow(untracked, file, path);
            } else {
                addCandidate(untracked, file, path);
            }
        } catch (InvalidPathException e) {
            result.refused().add(new RefusedFile(Reason.UNREADABLE_NAME, path.toString(), Optional.empty()));
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
        result.candidates().add(new Candidate(file, path, path.toString(), untracked.attributes()));
    }

    private static boolean isExcluded(RelativePath path, List<Glob> excludes) {
        return excludes.stream()
                .anyMatch(glob -> glob.matches(path) || path.folders().anyMatch(glob::matches));
    }

    private List<String> listed(RelativePath repository) {
        try {
            return new UntrackedFiles()
                    .below(repository.in(base.path())).stream().sorted().toList();
        } catch (GitException e) {
            throw SelectionException.of(e);
        }
    }
}
