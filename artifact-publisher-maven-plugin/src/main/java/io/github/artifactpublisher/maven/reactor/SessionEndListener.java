package io.github.artifactpublisher.maven.reactor;

import io.github.artifactpublisher.maven.message.FailureMessages;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.BuildFailure;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * Runs actions at the end of Maven's session, after all modules and before Maven logs the result. A goal puts it in
 * front of the session's {@link ExecutionListener}, so that no extension is needed. Its actions are a part of the build
 * and can fail it. {@code docs/reactor.md} describes the mechanism.
 *
 * <p>It is a proxy, so that it also passes on the events that later versions of Maven add.
 */
final class SessionEndListener implements InvocationHandler {
    private static final String ENDED = "io.github.artifactpublisher.ended.";

    private final ExecutionListener next;
    private final Map<String, SessionEndAction> actions = new LinkedHashMap<>();

    private SessionEndListener(ExecutionListener next) {
        this.next = next;
    }

    /**
     * Registers an action, which runs once. Thread-safe, because {@code mvn -T} runs modules in parallel.
     *
     * @param name the name of the action; a later action replaces an earlier one of the same name
     */
    static void register(MavenSession session, String name, SessionEndAction action) {
        // With -T each module has a copy of the session, but the request is the same.
        MavenExecutionRequest request = session.getRequest();
        synchronized (request) {
            inFront(request).actions.put(name, action);
        }
    }

    /** Another listener in front of ours may not pass on the event, so ours goes in front of it again. */
    private static SessionEndListener inFront(MavenExecutionRequest request) {
        ExecutionListener listener = request.getExecutionListener();
        if (listener != null
                && Proxy.isProxyClass(listener.getClass())
                && Proxy.getInvocationHandler(listener) instanceof SessionEndListener end) {
            return end;
        }
        SessionEndListener end = new SessionEndListener(listener);
        request.setExecutionListener((ExecutionListener) Proxy.newProxyInstance(
                SessionEndListener.class.getClassLoader(), new Class<?>[] {ExecutionListener.class}, end));
        return end;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return invoke(method, this, arguments);
        }
        if (method.getName().equals("sessionEnded")) {
            end(((ExecutionEvent) arguments[0]).getSession());
        }
        return next == null ? null : invoke(method, next, arguments);
    }

    private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void end(MavenSession session) {
        boolean failed = session.getResult().hasExceptions();
        List<String> modules = session.getProjects().stream()
                .filter(project -> session.getResult().getBuildSummary(project) instanceof BuildFailure)
                .map(MavenProject::getArtifactId)
                .toList();
        actions.forEach((name, action) -> {
            if (session.getRequest().getData().putIfAbsent(ENDED + name, true) == null) {
                run(session, failed ? () -> action.failed(modules) : action::passed);
            }
        });
        actions.values().forEach(action -> run(session, action::ended));
    }

    private static void run(MavenSession session, Runnable action) {
        try {
            PluginClassLoader.run(action);
        } catch (RuntimeException e) {
            session.getResult().addException(toMavenException(e));
        }
    }

    private static Exception toMavenException(RuntimeException e) {
        try {
            return FailureMessages.failure(e);
        } catch (RuntimeException fault) {
            return fault;
        }
    }
}
