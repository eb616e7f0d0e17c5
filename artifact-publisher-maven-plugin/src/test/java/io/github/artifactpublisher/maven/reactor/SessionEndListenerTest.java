package io.github.artifactpublisher.maven.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.maven.settings.SettingException;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.BuildFailure;
import org.apache.maven.execution.BuildSuccess;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.Test;

/** Maven's own session and request; the events that Maven would fire are fired here. */
class SessionEndListenerTest {
    private final List<String> happened = new ArrayList<>();
    private final MavenProject one = project("one");
    private final MavenProject two = project("two");
    private final MavenSession session = session(one, two);

    @Test
    void actionsRunBeforeMavenLogsTheResult() {
        session.getRequest().setExecutionListener(new Recorder("maven"));
        SessionEndListener.register(session, "publish", recorded("publish"));

        listener().sessionStarted(event());
        listener().sessionEnded(event());

        assertThat(happened).containsExactly("maven started", "publish passed", "maven ended");
    }

    @Test
    void itIsDoneOnceAsTheLastSays() {
        SessionEndListener.register(session, "publish", recorded("first"));
        SessionEndListener.register(session.clone(), "publish", recorded("second"));

        listener().sessionEnded(event());
        listener().sessionEnded(event());

        assertThat(happened).containsExactly("second passed");
    }

    @Test
    void aFailedBuildIsReportedWithTheModulesThatFailed() {
        session.getResult().addBuildSummary(new BuildSuccess(one, 1));
        session.getResult().addBuildSummary(new BuildFailure(two, 1, new MojoFailureException("tests")));
        session.getResult().addException(new MojoFailureException("tests"));
        SessionEndListener.register(session, "publish", recorded("publish"));

        listener().sessionEnded(event());

        assertThat(happened).containsExactly("publish failed [two]");
    }

    @Test
    void aFailureAtTheEndFailsTheBuildWithAMessage() {
        session.getRequest().setExecutionListener(new Recorder("maven"));
        SessionEndListener.register(session, "publish", () -> {
            throw new SettingException("artifacts.bucket", "is not set", "Set it.");
        });

        listener().sessionEnded(event());

        assertThat(session.getResult().getExceptions())
                .singleElement()
                .satisfies(e -> assertThat(e)
                        .isInstanceOf(MojoFailureException.class)
                        .hasMessage("artifacts.bucket is not set. Set it."));
        assertThat(happened).containsExactly("maven ended");
    }

    @Test
    void aFaultOfThePluginFailsTheBuildAsItIs() {
        IllegalStateException fault = new IllegalStateException("fault");
        SessionEndListener.register(session, "publish", () -> {
            throw fault;
        });

        listener().sessionEnded(event());

        assertThat(session.getResult().getExceptions()).containsExactly(fault);
    }

    /** Another listener may never call the one before it; the next module then puts ours in front again. */
    @Test
    void aListenerThatIsPutInFrontKeepsNothingFromIt() {
        SessionEndListener.register(session, "publish", recorded("publish"));
        session.getRequest().setExecutionListener(new Recorder("deaf"));
        SessionEndListener.register(session, "publish", recorded("publish"));

        listener().sessionEnded(event());

        assertThat(happened).containsExactly("publish passed", "deaf ended");
    }

    @Test
    void aListenerThatCallsTheOneBeforePublishesOnce() {
        SessionEndListener.register(session, "publish", recorded("publish"));
        ExecutionListener before = listener();
        session.getRequest().setExecutionListener(new Recorder("chained") {
            @Override
            public void sessionEnded(ExecutionEvent event) {
                super.sessionEnded(event);
                before.sessionEnded(event);
            }
        });
        SessionEndListener.register(session, "publish", recorded("publish"));

        listener().sessionEnded(event());

        assertThat(happened).containsExactly("publish passed", "chained ended");
    }

    /** Maven's own loader is there by then, and a library that asks the thread would look in the wrong place. */
    @Test
    void itSeesTheClassesOfThePlugin() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            SessionEndListener.register(
                    session,
                    "publish",
                    () -> happened.add("" + Thread.currentThread().getContextClassLoader()));
            listener().sessionEnded(event());

            assertThat(happened).containsExactly("" + SessionEndListener.class.getClassLoader());
            assertThat(Thread.currentThread().getContextClassLoader()).isEqualTo(ClassLoader.getPlatformClassLoader());
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private ExecutionListener listener() {
        return session.getRequest().getExecutionListener();
    }

    private SessionEndAction recorded(String name) {
        return new SessionEndAction() {
            @Override
            public void passed() {
                happened.add(name + " passed");
            }

            @Override
            public void failed(List<String> modules) {
                happened.add(name + " failed " + modules);
            }
        };
    }

    private ExecutionEvent event() {
        return new ExecutionEvent() {
            @Override
            public Type getType() {
                return Type.SessionEnded;
            }

            @Override
            public MavenSession getSession() {
                return session;
            }

            @Override
            public MavenProject getProject() {
                return one;
            }

            @Override
            public MojoExecution getMojoExecution() {
                return null;
            }

            @Override
            public Exception getException() {
                return null;
            }
        };
    }

    private class Recorder extends AbstractExecutionListener {
        private final String name;

        Recorder(String name) {
            this.name = name;
        }

        @Override
        public void sessionStarted(ExecutionEvent event) {
            happened.add(name + " started");
        }

        @Override
        public void sessionEnded(ExecutionEvent event) {
            happened.add(name + " ended");
        }
    }

    /** Maven deprecates all constructors of its session: they are for itself and for tests. */
    @SuppressWarnings("deprecation")
    private static MavenSession session(MavenProject... modules) {
        MavenSession session = new MavenSession(
                null,
                new DefaultRepositorySystemSession(),
                new DefaultMavenExecutionRequest(),
                new DefaultMavenExecutionResult());
        session.setProjects(List.of(modules));
        return session;
    }

    private static MavenProject project(String name) {
        Model model = new Model();
        model.setGroupId("com.acme");
        model.setArtifactId(name);
        model.setVersion("1.0");
        return new MavenProject(model);
    }
}
