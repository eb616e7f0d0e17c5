package io.github.artifactpublisher.outputs;

import io.github.artifactpublisher.outputs.Finding.Reason;
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
 * Keeps back what nobody means to publish: secrets, hidden files, repositories, and links to elsewhere. A link that
 * stays within the base folder is judged by its own name and by that of the file that it leads to. All that is refused
 * is told at once. Thread-safe.
 */
public final class Guard {
    private static final String GIT_FOLDER = ".git";

    private final Allowances allowances;

    /**
     * What is let pass, each by patterns of paths relative to the base folder. Nothing lets pass a link that leaves the
     * base folder, the administration of a git repository, or what is no regular file: that can only be excluded.
     *
     * @param hidden files with a segment that begins with {@code .}
     * @param secretLooking files whose name looks like a secret's; such a file may be hidden, too
     * @param nestedRepositories files in a git repository below the base folder
     */
    public record Allowances(List<Glob> hidden, List<Glob> secretLooking, List<Glob> nestedRepositories) {
        /** Lets nothing pass. */
        public static final Allowances NONE = new Allowances(List.of(), List.of(), List.of());

        /** Copies the lists. */
        public Allowances {
            hidden = List.copyOf(hidden);
            secretLooking = List.copyOf(secretLooking);
            nestedRepositories = List.copyOf(nestedRepositories);
        }

        /**
         * Reads patterns.
         *
         * @throws SelectionException if one is not well formed
         */
        public static Allowances of(List<String> hidden, List<String> secretLooking, List<String> nestedRepositories) {
            return new Allowances(Glob.all(hidden), Glob.all(secretLooking), Glob.all(nestedRepositories));
        }
    }

    /** A guard that makes these exceptions. */
    public Guard(Allowances allowances) {
        this.allowances = allowances;
    }

    /** Whether git's list of a repository below the base folder is asked for. */
    boolean mayEnterRepository(RelativePath folder) {
        return allowances.nestedRepositories().stream().anyMatch(glob -> glob.mayMatchBelow(folder.names()));
    }

    /** Why a file is refused, if it is: the first reason found. */
    Optional<Finding> judge(Path realBase, Candidate candidate) {
        RelativePath path = candidate.path();
        Optional<Finding> byName = byName(realBase, path, Optional.empty());
        if (byName.isPresent()) {
            return byName;
        }
        Path real;
        try {
            real = candidate.file().toRealPath();
        } catch (IOException e) {
            return Optional.of(new Finding(Reason.BROKEN_LINK, path.toString(), Optional.empty()));
        }
        if (!real.startsWith(realBase)) {
            return Optional.of(new Finding(Reason.LEAVES_BASE, path.toString(), Optional.of(real.toString())));
        }
        return byTarget(realBase, path, real);
    }

    private Optional<Finding> byTarget(Path realBase, RelativePath path, Path real) {
        RelativePath target = RelativePath.between(realBase, real);
        if (!target.equals(path) && !target.names().isEmpty()) {
            Optional<Finding> byName = byName(realBase, target, Optional.of(path.toString()));
            if (byName.isPresent()) {
                return byName;
            }
        }
        if (Files.isRegularFile(real)) {
            return Optional.empty();
        }
        // A folder is handed out only if following the link to it would have no end.
        Reason reason = Files.isDirectory(real) ? Reason.LINK_LOOP : Reason.NOT_REGULAR;
        return Optional.of(new Finding(reason, path.toString(), Optional.empty()));
    }

    /** Judges a path by its names; a finding about the target of a link is a finding about the link. */
    private Optional<Finding> byName(Path realBase, RelativePath path, Optional<String> link) {
        return unreadable(path)
                .or(() -> gitFolder(path))
                .or(() -> secretLooking(path))
                .or(() -> nestedRepository(realBase, path))
                .or(() -> hidden(path))
                .map(finding -> link.map(from -> new Finding(finding.reason(), from, Optional.of(finding.path())))
                        .orElse(finding));
    }

    /** Where the platform cannot decode a name, the JDK puts this character in its place. */
    private static Optional<Finding> unreadable(RelativePath path) {
        return finding(Reason.UNREADABLE_NAME, path, first(path, name -> name.indexOf('\uFFFD') >= 0));
    }

    private static Optional<Finding> gitFolder(RelativePath path) {
        return finding(Reason.GIT_FOLDER, path, first(path, name -> name.equalsIgnoreCase(GIT_FOLDER)));
    }

    private Optional<Finding> secretLooking(RelativePath path) {
        return finding(Reason.SECRET_LOOKING, path, SecretNames.length(path))
                .filter(finding -> !passes(path, allowances.secretLooking()));
    }

    private Optional<Finding> nestedRepository(Path realBase, RelativePath path) {
        return path.folders()
                .filter(folder -> isRepository(folder.in(realBase)))
                .findFirst()
                .flatMap(folder -> finding(
                        Reason.NESTED_REPOSITORY,
                        path,
                        OptionalInt.of(folder.names().size())))
                .filter(finding -> !passes(path, allowances.nestedRepositories()));
    }

    private Optional<Finding> hidden(RelativePath path) {
        return finding(Reason.HIDDEN, path, first(path, name -> name.startsWith(".")))
                .filter(finding -> !passes(path, allowances.hidden()))
                .filter(finding -> SecretNames.length(path).isEmpty() || !passes(path, allowances.secretLooking()));
    }

    /** A file in a work tree or a submodule, a folder otherwise. */
    private static boolean isRepository(Path folder) {
        return Files.exists(folder.resolve(GIT_FOLDER), LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean passes(RelativePath path, List<Glob> allowed) {
        return allowed.stream().anyMatch(glob -> glob.matches(path.names()));
    }

    private static OptionalInt first(RelativePath path, Predicate<String> condition) {
        return IntStream.rangeClosed(1, path.names().size())
                .filter(length -> condition.test(path.names().get(length - 1)))
                .findFirst();
    }

    /** Stands for all below, if the first names of the path are a folder. */
    private static Optional<Finding> finding(Reason reason, RelativePath path, OptionalInt length) {
        if (length.isEmpty()) {
            return Optional.empty();
        }
        boolean folder = length.getAsInt() < path.names().size();
        String shown = path.first(length.getAsInt()) + (folder ? "/" : "");
        return Optional.of(new Finding(reason, shown, Optional.empty()));
    }
}
