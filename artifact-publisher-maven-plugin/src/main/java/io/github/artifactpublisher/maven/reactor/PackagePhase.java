package io.github.artifactpublisher.maven.reactor;

import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;

/** Says whether the phase {@code package} has run in a module when a goal comes to it. */
final class PackagePhase {
    private static final Set<String> BEFORE = Set.of(
            "pre-clean",
            "clean",
            "post-clean",
            "validate",
            "initialize",
            "generate-sources",
            "process-sources",
            "generate-resources",
            "process-resources",
            "compile",
            "process-classes",
            "generate-test-sources",
            "process-test-sources",
            "generate-test-resources",
            "process-test-resources",
            "test-compile",
            "process-test-classes",
            "test",
            "prepare-package");

    private PackagePhase() {}

    /** A goal of the command line has no phase: it comes after those that are named before it. */
    static boolean hasRun(MavenSession session, MojoExecution execution) {
        return execution.getLifecyclePhase() == null
                ? phases(session).stream().anyMatch(phase -> !BEFORE.contains(phase))
                : !BEFORE.contains(execution.getLifecyclePhase());
    }

    private static List<String> phases(MavenSession session) {
        return session.getGoals().stream().filter(goal -> !goal.contains(":")).toList();
    }
}
