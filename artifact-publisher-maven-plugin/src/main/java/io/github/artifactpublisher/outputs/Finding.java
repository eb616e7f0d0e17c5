package io.github.artifactpublisher.outputs;

import java.util.Comparator;
import java.util.Optional;

/**
 * A file or folder that the guard refuses.
 *
 * @param reason why
 * @param path relative to the base folder, its segments divided by {@code /}; a folder ends with {@code /} and stands
 *     for all that was selected below it
 * @param target where the file really is, if a symbolic link leads to it: relative to the base folder if it is there
 */
public record Finding(Reason reason, String path, Optional<String> target) implements Comparable<Finding> {
    private static final Comparator<Finding> GRAVEST_FIRST = Comparator.comparing(Finding::reason)
            .thenComparing(Finding::path)
            .thenComparing(finding -> finding.target().orElse(""));

    /** Why a file is refused, the gravest first. */
    public enum Reason {
        /** A symbolic link leads out of the base folder. */
        LEAVES_BASE(false),
        /** The file belongs to the administration of a git repository, which may hold a token. */
        GIT_FOLDER(false),
        /** The name is one under which secrets are kept; {@link Guard.Allowances#secretLooking()} lets it pass. */
        SECRET_LOOKING(true),
        /** The folder is a git repository of its own; {@link Guard.Allowances#nestedRepositories()} lets it pass. */
        NESTED_REPOSITORY(true),
        /** A device, a named pipe, a socket. */
        NOT_REGULAR(false),
        /** A symbolic link leads to a folder that holds it: following it would have no end. */
        LINK_LOOP(false),
        /** A symbolic link leads to nothing. */
        BROKEN_LINK(false),
        /** The name is no text in the encoding of the platform, so that there would be no telling what to call it. */
        UNREADABLE_NAME(false),
        /** A segment of the path begins with {@code .}; {@link Guard.Allowances#hidden()} lets it pass. */
        HIDDEN(true);

        private final boolean canBeAllowed;

        Reason(boolean canBeAllowed) {
            this.canBeAllowed = canBeAllowed;
        }

        /** Whether anything but an exclude helps. */
        public boolean canBeAllowed() {
            return canBeAllowed;
        }
    }

    /** The pattern that excludes exactly this. */
    public String excludePattern() {
        return Glob.escapeInList(path);
    }

    /** The pattern that lets exactly this pass, where something can: of a link, it is its target that has to pass. */
    public Optional<String> allowPattern() {
        return reason.canBeAllowed() ? Optional.of(Glob.escapeInList(target.orElse(path))) : Optional.empty();
    }

    @Override
    public int compareTo(Finding other) {
        return GRAVEST_FIRST.compare(this, other);
    }
}
