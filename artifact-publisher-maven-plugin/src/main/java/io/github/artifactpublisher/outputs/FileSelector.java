package io.github.artifactpublisher.outputs;

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
        List<Finding> findings = new ArrayList<>();
        Selected selected = selected(base, selections, findings::add);
        if (!findings.isEmpty()) {
            throw new RefusedFilesException(
                    findings.stream().distinct().sorted().toList());
        }
        return selected.outputs();
    }

    /**
     * Selects files, and leaves out what the guard refuses.
     *
     * @param refused is told of each that it refuses, of some more than once
     * @return the outputs, none of which is refused
     * @throws SelectionException as {@link #select(Path, List)} does, but for that
     */
    public List<Output> selectAllowed(Path base, List<Selection> selections, Consumer<Finding> refused) {
        return selected(base, selections, refused).outputs();
    }

    /** What was found and may be published. */
    private record Selected(List<Candidate> allowed, List<Unmatched> unmatched) {
        List<Output> outputs() {
            if (!unmatched.isEmpty()) {
                throw new UnmatchedException(unmatched);
            }
            return allowed.stream().map(FileSelector::output).toList();
        }
    }

    private Selected selected(Path base, List<Selection> selections, Consumer<Finding> refused) {
        BaseFolder folder = BaseFolder.of(base);
        Harvest harvest = new Harvest();
        for (Selection selection : selections) {
            harvest(folder, selection, harvest);
        }
        harvest.findings().forEach(refused);
        List<Candidate> allowed = new ArrayList<>();
        for (Candidate candidate : distinct(harvest.candidates())) {
            Optional<Finding> finding = guard.judge(folder.real(), candidate);
            finding.ifPresentOrElse(refused, () -> allowed.add(candidate));
        }
        return new Selected(allowed, harvest.unmatched());
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

    private static Output output(Candidate candidate) {
        try {
            return Output.of(candidate.file(), candidate.name(), Optional.empty())
                    .with(candidate.attributes());
        } catch (IOException e) {
            throw new SelectionException(Fault.UNREADABLE, candidate.path().toString(), "cannot be read", e);
        }
    }
}
