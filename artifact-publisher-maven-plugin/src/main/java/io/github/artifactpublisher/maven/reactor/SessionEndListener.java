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
 * Waits for the end of Maven's session, after all modules and before Maven says how the build went. A goal that runs in
 * any module puts it in front of the session's {@link ExecutionListener}, so that no extension has to be loaded; what
 * it does is then still part of the build, and can fail it. Of {@code docs/reactor.md} this is the mechanism.
 *
 * <p>A proxy, and not a class with the methods that Maven 3.6.3 knows, so that events of later Mavens pass, too.
 */
final class SessionEndListener implements InvocationHandler {
    private static final String ENDED = "io.github.artifactpublisher.ended.";

    private final ExecutionListener next;
    private final Map<String, SessionEndAction> endings = new LinkedHashMap<>();

    private SessionEndListener(ExecutionListener next) {
        this.next = next;
    }

    /**
     * Has something done at the end, once, however often it is asked for. Thread-safe, as {@code mvn -T} wants it.
     *
     * @param name what is done; a later one of the same name takes its place
     */
    static void await(MavenSession session, String name, SessionEndAction ending) {
        // With -T each module has a copy of the session, of the same request.
        MavenExecutionRequest request = session.getRequest();
        synchronized (request) {
            inFront(request).endings.put(name, ending);
        }
    }

    /** Who has put a listener in front of ours may never pass the end on: so ours goes before that one again. */
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
        endings.forEach((name, ending) -> {
            if (session.getRequest().getData().putIfAbsent(ENDED + name, true) == null) {
                run(session, failed ? () -> ending.failed(modules) : ending::passed);
            }
        });
    }

    private static void run(MavenSession session, Runnable action) {
        try {
            OwnClasses.run(action);
        } catch (RuntimeException e) {
            session.getResult().addException(told(e));
        }
    }

    private static Exception told(RuntimeException e) {
        try {
            return FailureMessages.failure(e);
        } catch (RuntimeException fault) {
            return fault;
        }
    }
}
