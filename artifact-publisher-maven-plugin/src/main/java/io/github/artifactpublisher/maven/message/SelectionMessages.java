package io.github.artifactpublisher.maven.message;

import io.github.artifactpublisher.outputs.LimitException;
import io.github.artifactpublisher.outputs.LimitException.FileSize;
import io.github.artifactpublisher.outputs.RefusedFile;
import io.github.artifactpublisher.outputs.RefusedFilesException;
import io.github.artifactpublisher.outputs.SelectionException;
import io.github.artifactpublisher.outputs.UnmatchedException;
import io.github.artifactpublisher.outputs.UnmatchedException.Unmatched;
import io.github.artifactpublisher.text.ByteSize;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the messages about files that cannot be selected. */
public final class SelectionMessages {
    private SelectionMessages() {}

    /** Returns the message. */
    static String of(SelectionException e) {
        if (e instanceof RefusedFilesException refused) {
            return refused(refused);
        } else if (e instanceof UnmatchedException unmatched) {
            return unmatched.all().stream().map(SelectionMessages::unmatched).collect(Collectors.joining(" "));
        } else if (e instanceof LimitException limit) {
            return limit(limit);
        }
        return other(e);
    }

    private static String other(SelectionException e) {
        String problem = e.subject() + " " + e.reason();
        return switch (e.fault()) {
            case BAD_PATTERN ->
                "The pattern " + problem + ". Correct artifacts.includes, artifacts.excludes or artifacts.paths.";
            case BAD_ATTRIBUTE ->
                "The attribute " + problem + ". Correct artifacts.metadata, artifacts.tags or artifacts.cacheControl.";
            case BAD_LIMIT -> "The limit " + problem + ". Correct artifacts.maxSize or artifacts.maxFiles.";
            case NO_GIT, NO_REPOSITORY, GIT_FAILED ->
                "artifacts.untracked requires git, but " + problem
                        + ". Build in a checkout with git on the PATH, or use artifacts.includes.";
            case OUTSIDE_BASE ->
                problem
                        + ". Publish files below the module, or with artifacts.base=root below the root of the build; copy"
                        + " others there first.";
            default -> problem + ". Check that it exists and is readable.";
        };
    }

    private static String refused(RefusedFilesException e) {
        String named = e.named().stream().map(SelectionMessages::refusedFile).collect(Collectors.joining("; "));
        int more = e.total() - e.named().size();
        return "Nothing was published, because "
                + (e.total() == 1 ? "a selected file is" : e.total() + " selected files are")
                + " refused: " + named + (more > 0 ? "; and " + more + " more" : "")
                + ". Exclude them with artifacts.excludes, or allow those that you want to publish.";
    }

    /** The warning that some reports of a failed build are not published. */
    public static String of(List<RefusedReport> reports) {
        int more = reports.size() - RefusedFilesException.MAX_NAMED;
        return "Some reports of this build are not published: "
                + reports.stream()
                        .limit(RefusedFilesException.MAX_NAMED)
                        .map(report -> "in " + report.folder() + " " + refusedFile(report.file()))
                        .collect(Collectors.joining("; "))
                + (more > 0 ? "; and " + more + " more" : "") + ".";
    }

    private static String refusedFile(RefusedFile file) {
        String path = file.path();
        return switch (file.reason()) {
            case LEAVES_BASE ->
                path + " is a link out of the base folder (to " + file.target().orElse("elsewhere") + ")";
            case GIT_FOLDER -> path + " belongs to git";
            case SECRET_LOOKING -> path + " looks like a secret" + allowance(file, "artifacts.allowSecretLooking");
            case NESTED_REPOSITORY ->
                path + " is a git repository of its own" + allowance(file, "artifacts.allowNestedRepositories");
            case NOT_REGULAR -> path + " is not a regular file";
            case LINK_LOOP -> path + " is a link to a folder that contains it";
            case BROKEN_LINK -> path + " is a broken link";
            case UNREADABLE_NAME -> path + unreadableName(System.getProperty("sun.jnu.encoding", "unknown"));
            case HIDDEN -> path + " is hidden" + allowance(file, "artifacts.allowHidden");
        };
    }

    /** The reason for a name that the JDK cannot read: it decodes names in the encoding of its locale. */
    static String unreadableName(String encoding) {
        return encoding.equals("UTF-8")
                ? " has a name that is not UTF-8"
                : " has a name that Java cannot read in this locale, whose encoding is " + encoding
                        + " (set LC_ALL=C.UTF-8 or another UTF-8 locale for the build)";
    }

    private static String allowance(RefusedFile file, String property) {
        return file.allowPattern()
                .map(pattern -> " (" + property + "=" + pattern + " allows it)")
                .orElse("");
    }

    private static String unmatched(Unmatched unmatched) {
        String suggestion = unmatched
                .suggestion()
                .map(text -> " Did you mean " + text + "?")
                .orElse("");
        String nearest = unmatched.nearest().isEmpty()
                ? ""
                : " The most similar paths are: " + unmatched.nearest().stream().collect(Collectors.joining(", "))
                        + ".";
        return "No file matches " + unmatched.pattern() + "." + suggestion + nearest
                + " Correct artifacts.includes, artifacts.paths or the selection, or build the file first.";
    }

    private static String limit(LimitException e) {
        boolean size = e.fault() == SelectionException.Fault.TOO_LARGE;
        String largest = e.largest().stream()
                .map((FileSize file) -> file.name() + " (" + ByteSize.format(file.size()) + ")")
                .collect(Collectors.joining(", "));
        return (size
                        ? "The files to publish have " + ByteSize.format(e.actual()) + ", but artifacts.maxSize is "
                                + ByteSize.format(e.limit())
                        : "There are " + e.actual() + " files to publish, but artifacts.maxFiles is " + e.limit())
                + ". The largest are " + largest + ". Nothing was uploaded. Exclude some, or raise the limit.";
    }
}
