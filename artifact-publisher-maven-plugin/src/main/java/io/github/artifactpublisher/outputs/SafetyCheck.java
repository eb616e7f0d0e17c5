package io.github.artifactpublisher.outputs;

import io.github.artifactpublisher.glob.Glob;
import io.github.artifactpublisher.glob.RelativePath;
import io.github.artifactpublisher.outputs.RefusedFile.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Refuses files that are rarely meant to be published: secrets, hidden files, git repositories, and links that leave
 * the base folder. For a link within the base folder, its own name and the name of its target are checked. Thread-safe.
 */
public final class SafetyCheck {
    private static final String GIT_FOLDER = ".git";

    private final Allowances allowances;

    /**
     * Files that are allowed, as patterns of paths relative to the base folder. A link that leaves the base folder, a
     * file in {@code .git}, and a file that is not a regular file cannot be allowed, only excluded.
     *
     * @param hidden allowed files with a segment that begins with {@code .}
     * @param secretLooking allowed files whose names look like secrets, also if they are hidden
     * @param nestedRepositories allowed files in git repositories below the base folder
     */
    public record Allowances(List<Glob> hidden, List<Glob> secretLooking, List<Glob> nestedRepositories) {
        /** Allows nothing. */
        public static final Allowances NONE = new Allowances(List.of(), List.of(), List.of());

        /** Copies the lists. */
        public Allowances {
            hidden = List.copyOf(hidden);
            secretLooking = List.copyOf(secretLooking);
            nestedRepositories = List.copyOf(nestedRepositories);
        }

        /**
         * Parses patterns.
         *
         * @throws SelectionException if one is not well formed
         */
        public static Allowances of(List<String> hidden, List<String> secretLooking, List<String> nestedRepositories) {
            return SelectionException.translate(
                    () -> new Allowances(Glob.all(hidden), Glob.all(secretLooking), Glob.all(nestedRepositories)));
        }
    }

    SafetyCheck(Allowances allowances) {
        this.allowances = allowances;
    }

    /** Whether a file in a git repository below the base folder can be allowed. */
    boolean mayEnterRepository(RelativePath folder) {
        return allowances.nestedRepositories().stream().anyMatch(glob -> glob.mayMatchBelow(folder));
    }

    /** The first reason to refuse a file; empty if it may be published. */
    Optional<RefusedFile> check(Path realBase, Candidate candidate) {
        RelativePath path = candidate.path();
        Optional<RefusedFile> byName = byName(realBase, path, Optional.empty());
        if (byName.isPresent()) {
            return byName;
        }
        Path real;
        try {
            real = candidate.file().toRealPath();
        } catch (IOException e) {
            return Optional.of(new RefusedFile(Reason.BROKEN_LINK, path.toString(), Optional.empty()));
        }
        if (!real.startsWith(realBase)) {
            return Optional.of(new RefusedFile(Reason.LEAVES_BASE, path.toString(), Optional.of(real.toString())));
        }
        return byTarget(realBase, path, real);
    }

    private Optional<RefusedFile> byTarget(Path realBase, RelativePath path, Path real) {
        RelativePath target = RelativePath.between(realBase, real);
        if (!target.equals(path) && !target.names().isEmpty()) {
            Optional<RefusedFile> byName = byName(realBase, target, Optional.of(path.toString()));
            if (byName.isPresent()) {
                return byName;
            }
        }
        if (Files.isRegularFile(real)) {
            return Optional.empty();
        }
        // A folder is a candidate only if following the link to it would not end.
        Reason reason = Files.isDirectory(real) ? Reason.LINK_LOOP : Reason.NOT_REGULAR;
        return Optional.of(new RefusedFile(reason, path.toString(), Optional.empty()));
    }

    /** Checks the names of a path. If the path is the target of a link, the link is refused. */
    private Optional<RefusedFile> byName(Path realBase, RelativePath path, Optional<String> link) {
        return unreadable(path)
                .or(() -> gitFolder(path))
                .or(() -> secretLooking(path))
                .or(() -> nestedRepository(realBase, path))
                .or(() -> hidden(path))
                .map(refused -> link.map(from -> new RefusedFile(refused.reason(), from, Optional.of(refused.path())))
                        .orElse(refused));
    }

    /** The JDK uses this character where it cannot decode a name. */
    private static Optional<RefusedFile> unreadable(RelativePath path) {
        return refused(Reason.UNREADABLE_NAME, path, first(path, name -> name.indexOf('\uFFFD') >= 0));
    }

    private static Optional<RefusedFile> gitFolder(RelativePath path) {
        return refused(Reason.GIT_FOLDER, path, first(path, name -> name.equalsIgnoreCase(GIT_FOLDER)));
    }

    private Optional<RefusedFile> secretLooking(RelativePath path) {
        return refused(Reason.SECRET_LOOKING, path, SecretNames.length(path))
                .filter(refused -> !isAllowed(path, allowances.secretLooking()));
    }

    private Optional<RefusedFile> nestedRepository(Path realBase, RelativePath path) {
        return path.folders()
                .filter(folder -> isRepository(folder.in(realBase)))
                .findFirst()
                .flatMap(folder -> refused(
                        Reason.NESTED_REPOSITORY,
                        path,
                        OptionalInt.of(folder.names().size())))
                .filter(refused -> !isAllowed(path, allowances.nestedRepositories()));
    }

    private Optional<RefusedFile> hidden(RelativePath path) {
        return refused(Reason.HIDDEN, path, first(path, name -> name.startsWith(".")))
                .filter(refused -> !isAllowed(path, allowances.hidden()))
                .filter(refused -> SecretNames.length(path).isEmpty() || !isAllowed(path, allowances.secretLooking()));
    }

    /** A file in a work tree or a submodule, a folder otherwise. */
    private static boolean isRepository(Path folder) {
        return Files.exists(folder.resolve(GIT_FOLDER), LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isAllowed(RelativePath path, List<Glob> allowed) {
        return allowed.stream().anyMatch(glob -> glob.matches(path));
    }

    private static OptionalInt first(RelativePath path, Predicate<String> condition) {
        return IntStream.rangeClosed(1, path.names().size())
                .filter(length -> condition.test(path.names().get(length - 1)))
                .findFirst();
    }

    /** Refuses the first names of a path, which may be a folder with all below it. */
    private static Optional<RefusedFile> refused(Reason reason, RelativePath path, OptionalInt length) {
        if (length.isEmpty()) {
            return Optional.empty();
        }
        boolean folder = length.getAsInt() < path.names().size();
        String shown = path.first(length.getAsInt()) + (folder ? "/" : "");
        return Optional.of(new RefusedFile(reason, shown, Optional.empty()));
    }
}
