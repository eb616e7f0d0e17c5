package io.github.artifactpublisher.maven.check;

import io.github.artifactpublisher.maven.reactor.GoalCall;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * The calls of the goal {@code check} in a session: one with the configuration of each execution of {@code publish}.
 * They are kept with the request of the session, as types of Maven and the JDK, because modules may have copies of
 * these classes.
 */
public final class CheckCalls {
    private static final String CALLS = "io.github.artifactpublisher.check.calls";
    private static final String WAITING = "io.github.artifactpublisher.check.waiting";

    private final MavenSession session;
    private final List<List<Object>> calls;

    private CheckCalls(MavenSession session, List<List<Object>> calls) {
        this.session = session;
        this.calls = calls;
    }

    /** Returns the calls of a session. */
    @SuppressWarnings("unchecked")
    public static CheckCalls of(MavenSession session) {
        synchronized (session.getRequest()) {
            return new CheckCalls(session, (List<List<Object>>)
                    session.getRequest().getData().computeIfAbsent(CALLS, key -> new ArrayList<List<Object>>()));
        }
    }

    /** Returns the lock of the check: with {@code mvn -T} other modules wait for it, so that they do not compile. */
    public Object lock() {
        return calls;
    }

    /** Returns whether this thread is collecting calls, so that a call of the goal is one of them. */
    public boolean isCollecting() {
        return Thread.holdsLock(calls);
    }

    /** Adds a call. */
    public void add(GoalCall call) {
        calls.add(call.parts());
    }

    /**
     * Begins a check, when its lock is held.
     *
     * @param current the module that has come to the goal
     * @return the modules to collect calls of: all for the first module, later only one that waits for its turn
     */
    public List<MavenProject> begin(MavenProject current) {
        calls.clear();
        Map<String, Object> data = session.getRequest().getData();
        boolean isFirst = data.putIfAbsent(WAITING, new LinkedHashSet<String>()) == null;
        return isFirst ? session.getProjects() : waiting().remove(current.getId()) ? List.of(current) : List.of();
    }

    /** Returns whether there are no calls to check. */
    public boolean isEmpty() {
        return calls.isEmpty();
    }

    /** Returns the calls that were collected, and removes them. */
    List<GoalCall> take() {
        List<GoalCall> taken = calls.stream().map(GoalCall::of).toList();
        calls.clear();
        return taken;
    }

    /** Lets a module wait for its turn, because a plugin may set its properties before. */
    void await(MavenProject module) {
        waiting().add(module.getId());
    }

    @SuppressWarnings("unchecked")
    private Set<String> waiting() {
        return (Set<String>) session.getRequest().getData().get(WAITING);
    }
}
