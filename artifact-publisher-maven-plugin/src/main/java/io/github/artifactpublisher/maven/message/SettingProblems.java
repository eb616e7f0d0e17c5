package io.github.artifactpublisher.maven.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Collects the problems in the settings of a build. A problem that several modules have is one problem. */
public final class SettingProblems {
    private final Map<String, RuntimeException> problems = new LinkedHashMap<>();
    private final Map<String, Set<String>> modules = new LinkedHashMap<>();
    private final Set<String> checked = new LinkedHashSet<>();

    /** Adds a module that is checked. */
    public void addModule(String module) {
        checked.add(module);
    }

    /** Adds a problem of the build as a whole. */
    public void add(RuntimeException problem) {
        problems.putIfAbsent(message(problem), problem);
    }

    /** Adds a problem of a module. */
    public void add(String module, RuntimeException problem) {
        add(problem);
        modules.computeIfAbsent(message(problem), message -> new LinkedHashSet<>())
                .add(module);
    }

    /** Adds a problem if a check finds one. */
    public void check(Runnable check, Consumer<RuntimeException> to) {
        try {
            check.run();
        } catch (RuntimeException e) {
            message(e);
            to.accept(e);
        }
    }

    /** Returns whether there are none. */
    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /**
     * Fails if there are problems.
     *
     * @throws RuntimeException the problem, if there is one and all modules have it
     * @throws SettingProblemsException if there are several, or some modules do not have the problem
     */
    public void requireNone() {
        List<String> messages = new ArrayList<>();
        problems.keySet().forEach(message -> messages.add(message + affectedModules(message)));
        if (problems.size() == 1
                && messages.get(0).equals(problems.keySet().iterator().next())) {
            throw problems.values().iterator().next();
        } else if (!problems.isEmpty()) {
            SettingProblemsException failure = new SettingProblemsException(messages);
            problems.values().forEach(failure::addSuppressed);
            throw failure;
        }
    }

    /** Returns the modules with the problem; nothing if all have it. */
    private String affectedModules(String message) {
        Set<String> affected = modules.getOrDefault(message, checked);
        return affected.equals(checked)
                ? ""
                : " (in the " + (affected.size() == 1 ? "module " : "modules ") + ShortList.some(List.copyOf(affected))
                        + ")";
    }

    /**
     * Returns the message of a problem.
     *
     * @throws RuntimeException the problem itself, if it is a fault of this plugin
     */
    private static String message(RuntimeException problem) {
        return FailureMessages.of(problem).orElseThrow(() -> problem);
    }
}
