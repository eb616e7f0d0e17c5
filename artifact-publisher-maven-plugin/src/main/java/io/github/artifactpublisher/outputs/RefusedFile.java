package io.github.artifactpublisher.outputs;

import io.github.artifactpublisher.glob.Glob;
import java.util.Comparator;
import java.util.Optional;

/**
 * A file or folder that the safety check refuses.
 *
 * @param reason why it is refused
 * @param path relative to the base folder, with segments separated by {@code /}; a folder ends with {@code /} and means
 *     all files that were selected below it
 * @param target the file that a symbolic link leads to; relative to the base folder if it is within it
 */
public record RefusedFile(Reason reason, String path, Optional<String> target) implements Comparable<RefusedFile> {
    private static final Comparator<RefusedFile> MOST_DANGEROUS_FIRST = Comparator.comparing(RefusedFile::reason)
            .thenComparing(RefusedFile::path)
            .thenComparing(file -> file.target().orElse(""));

    /** Why a file is refused, the most dangerous first. */
    public enum Reason {
        /** A symbolic link leads out of the base folder. */
        LEAVES_BASE(false),
        /** The file is in the {@code .git} folder of a repository, which may contain a token. */
        GIT_FOLDER(false),
        /** The name is one that tools use for secrets; {@link SafetyCheck.Allowances#secretLooking()} allows it. */
        SECRET_LOOKING(true),
        /** The folder is a git repository of its own; {@link SafetyCheck.Allowances#nestedRepositories()} allows it. */
        NESTED_REPOSITORY(true),
        /** The file is a device, a named pipe or a socket. */
        NOT_REGULAR(false),
        /** A symbolic link leads to a folder that contains it, so that following it would not end. */
        LINK_LOOP(false),
        /** The target of a symbolic link does not exist. */
        BROKEN_LINK(false),
        /** The name cannot be decoded in the encoding of the platform. */
        UNREADABLE_NAME(false),
        /** A segment of the path begins with {@code .}; {@link SafetyCheck.Allowances#hidden()} allows it. */
        HIDDEN(true);

        private final boolean canBeAllowed;

        Reason(boolean canBeAllowed) {
            this.canBeAllowed = canBeAllowed;
        }

        /** Whether a setting can allow such a file; otherwise it can only be excluded. */
        public boolean canBeAllowed() {
            return canBeAllowed;
        }
    }

    /** The pattern that allows exactly this file or folder, if it can be allowed. For a link it matches the target. */
    public Optional<String> allowPattern() {
        return reason.canBeAllowed() ? Optional.of(Glob.escapeInList(target.orElse(path))) : Optional.empty();
    }

    @Override
    public int compareTo(RefusedFile other) {
        return MOST_DANGEROUS_FIRST.compare(this, other);
    }
}
