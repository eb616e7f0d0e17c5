package io.github.artifactpublisher.outputs;

import io.github.artifactpublisher.outputs.SelectionException.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the files that selections ask for and lets the guard judge them. The order is that of the selections and,
 * within one, of the names; names are as the file system has them, without any Unicode normalisation. Thread-safe.
 */
public final class FileSelector {
    private final Guard guard;
    private final UntrackedFiles untrackedFiles;

    /** Makes a selector; {@link GitUntrackedFiles} is the usual second part. */
    public FileSelector(Guard guard, UntrackedFiles untrackedFiles) {
        this.guard = guard;
        this.untrackedFiles = untrackedFiles;
    }

    /**
     * Selects files.
     *
     * @throws SelectionException as {@link #select(Path, List)} does
     */
    public List<Output> select(Path base, Selection selection) {
        return select(base, List.of(selection));
    }

    /**
     * Selects files. What several selections find under one name is an output once, with the attributes of the first.
     *
     * @return the outputs, which may be none where untracked files were asked for
     * @throws RefusedFilesException with all that the guard refuses
     * @throws UnmatchedException with all includes and entries that match nothing
     * @throws SelectionException if the base folder or something in it cannot be read, an entry leads out of it, or git
     *     cannot tell what is untracked
     */
    public List<Output> select(Path base, List<Selection> selections) {
        BaseFolder folder = BaseFolder.of(base);
        Harvest harvest = new Harvest();
        for (Selection selection : selections) {
            harvest(folder, selection, harvest);
        }
        List<Candidate> distinct = distinct(harvest.candidates());
        requireAllowed(folder, distinct, harvest.findings());
        if (!harvest.unmatched().isEmpty()) {
            throw new UnmatchedException(harvest.unmatched());
        }
        return distinct.stream().map(FileSelector::output).toList();
    }

    private void harvest(BaseFolder folder, Selection selection, Harvest harvest) {
        if (selection instanceof Selection.Globs globs) {
            new GlobHarvest(folder, harvest).add(globs);
        } else if (selection instanceof Selection.Paths paths) {
            new PathsHarvest(folder, harvest).add(paths);
        } else if (selection instanceof Selection.Untracked untracked) {
            new UntrackedHarvest(folder, guard, untrackedFiles, harvest).add(untracked);
        }
    }

    private static List<Candidate> distinct(List<Candidate> candidates) {
        record Place(Path file, String name) {}
        Map<Place, Candidate> byPlace = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            byPlace.putIfAbsent(new Place(candidate.file(), candidate.name()), candidate);
        }
        return List.copyOf(byPlace.values());
    }

    private void requireAllowed(BaseFolder folder, List<Candidate> candidates, List<Finding> known) {
        List<Finding> findings = new ArrayList<>(known);
        candidates.stream()
                .map(candidate -> guard.judge(folder.real(), candidate))
                .flatMap(Optional::stream)
                .forEach(findings::add);
        if (!findings.isEmpty()) {
            throw new RefusedFilesException(
                    findings.stream().distinct().sorted().toList());
        }
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
