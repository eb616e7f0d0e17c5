package io.github.artifactpublisher.maven.reactor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;

/** Finds the phases of the lifecycle that a session runs. */
public final class LifecyclePhases {
    private static final List<String> CLEAN = List.of("pre-clean", "clean", "post-clean");

    private static final List<String> DEFAULT = List.of(
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
            "prepare-package",
            "package",
            "pre-integration-test",
            "integration-test",
            "post-integration-test",
            "verify",
            "install",
            "deploy");

    private LifecyclePhases() {}

    /**
     * Returns whether the phase {@code package} has run in a module when a goal comes to it. A goal of the command line
     * has no phase: it runs after the phases that are named before it.
     */
    static boolean hasPackaged(MavenSession session, MojoExecution execution) {
        return execution.getLifecyclePhase() == null
                ? session.getGoals().stream()
                        .filter(goal -> !goal.contains(":"))
                        .anyMatch(LifecyclePhases::isPackaged)
                : isPackaged(execution.getLifecyclePhase());
    }

    /** An unknown phase counts as packaged, because a packaging can have its own lifecycle. */
    private static boolean isPackaged(String phase) {
        return !CLEAN.contains(phase)
                && !DEFAULT.subList(0, DEFAULT.indexOf("package")).contains(phase);
    }

    /** Returns whether the session is going to run a phase of the default lifecycle in its modules. */
    public static boolean isReached(MavenSession session, String phase) {
        int wanted = DEFAULT.indexOf(named(phase));
        return wanted >= 0 && goals(session).stream().anyMatch(goal -> DEFAULT.indexOf(named(goal)) >= wanted);
    }

    /** Maven runs the default goal of the top module if the command line names none. */
    private static List<String> goals(MavenSession session) {
        return session.getGoals().isEmpty()
                ? Optional.ofNullable(session.getTopLevelProject().getDefaultGoal()).stream()
                        .flatMap(goals -> Arrays.stream(goals.strip().split("\\s+")))
                        .toList()
                : session.getGoals();
    }

    /** Maven 4 knows {@code before:deploy}, {@code after:deploy} and {@code deploy[100]}. */
    private static String named(String phase) {
        return phase.replaceFirst("^(before|after):", "").replaceFirst("\\[-?\\d+]$", "");
    }
}
