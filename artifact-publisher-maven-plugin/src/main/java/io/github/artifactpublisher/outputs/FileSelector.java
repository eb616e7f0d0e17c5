package io.github.artifactpublisher.outputs;

import io.github.artifactpublisher.glob.BaseFolder;
import io.github.artifactpublisher.outputs.SafetyCheck.Allowances;
import io.github.artifactpublisher.outputs.SelectionException.Fault;
import io.github.artifactpublisher.outputs.UnmatchedException.Unmatched;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds the files of selections and checks that they may be published. Files are in the order of the selections and,
 * within one, of their names. Names are as in the file system, without Unicode normalization. Thread-safe.
 */
public final class FileSelector {
    private final SafetyCheck check;

    /**
     * Makes a selector.
     *
     * @param allowances the files that the safety check does not refuse
     */
    public FileSelector(Allowances allowances) {
        this.check = new SafetyCheck(allowances);
    }

    /**
     * Selects files. A file that several selections find under the same name is returned once, with the attributes of
     * the first.
     *
     * @param base the folder that the patterns and paths are relative to
     * @return the outputs; may be empty if only untracked files were selected
     * @throws RefusedFilesException with all files that the safety check refuses
     * @throws UnmatchedException with all includes and entries that match no file
     * @throws SelectionException if the base folder or a file in it cannot be read, an entry leads out of it, or git
     *     cannot list the untracked files
     */
    public List<Output> select(Path base, List<Selection> selections) {
        List<RefusedFile> refused = new ArrayList<>();
        Selected selected = selected(base, selections, refused::add);
        if (!refused.isEmpty()) {
            throw new RefusedFilesException(refused.stream().distinct().sorted().toList());
        }
        return selected.outputs();
    }

    /**
     * Selects files, without those that the safety check refuses.
     *
     * @param refused receives each refused file, some more than once
     * @return the outputs, without the refused files
     * @throws SelectionException as {@link #select(Path, List)} does, except {@link RefusedFilesException}
     */
    public List<Output> selectAllowed(Path base, List<Selection> selections, Consumer<RefusedFile> refused) {
        return selected(base, selections, refused).outputs();
    }

    /** The files that were found and may be published. */
    private record Selected(List<Candidate> allowed, List<Unmatched> unmatched) {
        List<Output> outputs() {
            if (!unmatched.isEmpty()) {
                throw new UnmatchedException(unmatched);
            }
            return allowed.stream().map(FileSelector::output).toList();
        }
    }

    private Selected selected(Path base, List<Selection> selections, Consumer<RefusedFile> refused) {
        BaseFolder folder = SelectionException.translate(() -> BaseFolder.of(base));
        SelectionResult result = SelectionException.translate(() -> found(folder, selections));
        result.refused().forEach(refused);
        List<Candidate> allowed = new ArrayList<>();
        for (Candidate candidate : distinct(result.candidates())) {
            check.check(folder.real(), candidate).ifPresentOrElse(refused, () -> allowed.add(candidate));
        }
        return new Selected(allowed, result.unmatched());
    }

    private SelectionResult found(BaseFolder folder, List<Selection> selections) {
        SelectionResult result = new SelectionResult();
        for (Selection selection : selections) {
            if (selection instanceof Selection.Globs globs) {
                new GlobFinder(folder, result).find(globs);
            } else if (selection instanceof Selection.Paths paths) {
                new PathsFinder(folder, result).find(paths);
            } else if (selection instanceof Selection.Untracked untracked) {
                new UntrackedFinder(folder, check, result).find(untracked);
            }
        }
        return result;
    }

    private static List<Candidate> distinct(List<Candidate> candidates) {
        record FileAndName(Path file, String name) {}
        Map<FileAndName, Candidate> distinct = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            distinct.putIfAbsent(new FileAndName(candidate.file(), candidate.name()), candidate);
        }
        return List.copyOf(distinct.values());
    }

    private static Output output(Candidate candidate) {
        try {
            return Output.of(candidate.file(), candidate.name(), Optional.empty())
                    .with(candidate.attributes());
        } catch (IOException e) {
            throw new SelectionException(Fault.UNREADABLE, candidate.path().toString(), "cannot be read", e);
        }
    }
}
