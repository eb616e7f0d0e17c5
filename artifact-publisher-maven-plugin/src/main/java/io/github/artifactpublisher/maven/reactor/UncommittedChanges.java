package io.github.artifactpublisher.maven.reactor;

import io.github.artifactpublisher.ci.CiBuild;
import io.github.artifactpublisher.git.GitView;
import io.github.artifactpublisher.maven.settings.SettingException;
import io.github.artifactpublisher.report.PublishReport;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/** Checks the working copy for uncommitted changes: tracked files that differ from git's HEAD. Thread-safe. */
final class UncommittedChanges {
    private static final String LOGGED = "changed files logged";
    private static final int MAX_NAMED = 5;

    private final Log log;
    private final Map<String, Object> data;
    private final GitView git;

    /**
     * Creates a check.
     *
     * @param data the data of the session, which is locked when it is used; it holds only types of the JDK
     * @param git git in the root of the build, with a cache
     */
    UncommittedChanges(Log log, Map<String, Object> data, GitView git) {
        this.log = log;
        this.data = data;
        this.git = git;
    }

    /**
     * Returns whether there are changes. In CI, or if they are allowed, one line of the log names them.
     *
     * @throws SettingException if there are changes outside CI, and they are not allowed
     */
    boolean checkAndReport(CiBuild build, boolean allowed) {
        if (build.commit().isEmpty()) {
            return false;
        }
        List<String> changed = git.changedFiles().orElseGet(() -> unknown(build));
        if (changed.isEmpty()) {
            return false;
        }
        if (!allowed && !build.isOnServer()) {
            throw new SettingException(
                    "The working copy",
                    "has uncommitted changes in " + named(changed) + ", and would be published as commit "
                            + build.commit().get().value().abbreviated(),
                    "Commit or stash the changes, or set artifacts.allowDirty=true.");
        }
        if (isFirst()) {
            log.warn("The working copy has uncommitted changes in " + named(changed)
                    + ". The manifest has \"dirty\": true.");
        }
        return true;
    }

    /** Warns only if git knows HEAD: without git, no answer is expected. */
    private List<String> unknown(CiBuild build) {
        if (build.commit().orElseThrow().source().equals("git HEAD") && isFirst()) {
            log.warn("It is not known whether the working copy has uncommitted changes, because git diff failed or did"
                    + " not end in time. The set is published as if it had none.");
        }
        return List.of();
    }

    private boolean isFirst() {
        synchronized (data) {
            return data.putIfAbsent(LOGGED, true) == null;
        }
    }

    private static String named(List<String> changed) {
        int more = changed.size() - MAX_NAMED;
        return PublishReport.files(changed.size()) + ": "
                + changed.stream().limit(MAX_NAMED).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
