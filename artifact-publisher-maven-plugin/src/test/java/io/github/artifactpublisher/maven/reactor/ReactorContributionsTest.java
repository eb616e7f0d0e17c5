package io.github.artifactpublisher.maven.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.maven.message.FailureMessages;
import io.github.artifactpublisher.maven.settings.SettingException;
import io.github.artifactpublisher.outputs.SafetyCheck.Allowances;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.Test;

/** Maven's own session and projects, without a build around them. */
class ReactorContributionsTest {
    private static final String GROUP = "io.github.artifactpublisher";
    private static final String ARTIFACT = "artifact-publisher-maven-plugin";

    private final MavenProject parent = project("parent", "publish");
    private final MavenProject one = project("one", "publish");
    private final MavenProject two = project("two", "publish");

    @Test
    void contributionsAreInTheOrderOfTheReactor() {
        ReactorContributions reactor = reactor(parent, one, two);
        reactor.add(two, Optional.of(contribution("two")));
        reactor.add(parent, Optional.of(contribution("parent")));
        reactor.add(one, Optional.of(contribution("one")));

        assertThat(names(reactor)).containsExactly("parent", "one", "two");
    }

    @Test
    void aModuleThatIsSkippedAddsNothingAndIsReached() {
        ReactorContributions reactor = reactor(one, two);
        reactor.add(one, Optional.of(contribution("one")));
        reactor.add(two, Optional.empty());

        assertThat(names(reactor)).containsExactly("one");
        assertThatCode(reactor::requireReached).doesNotThrowAnyException();
    }

    @Test
    void aModuleWithoutTheGoalNeedNotBeReached() {
        MavenProject unbound = project("unbound", "publish");
        execution(unbound).setPhase("none");
        ReactorContributions reactor = reactor(project("without"), one, unbound);
        reactor.add(one, Optional.of(contribution("one")));

        assertThatCode(reactor::requireReached).doesNotThrowAnyException();
    }

    @Test
    void aModuleInWhichTheGoalHasNotRunIsNamed() {
        ReactorContributions reactor = reactor(one, two);
        reactor.add(one, Optional.of(contribution("one")));

        assertThatThrownBy(reactor::requireReached)
                .isInstanceOfSatisfying(
                        SettingException.class,
                        e -> assertThat(FailureMessages.of(e))
                                .contains(
                                        "This run of Maven did not run the goal publish in two, so the published set would"
                                                + " be incomplete. If the run ended before the phase of the goal, run a"
                                                + " later phase, such as mvn deploy. If maven-build-cache-extension"
                                                + " skipped the goal, set maven.build.cache.alwaysRunPlugins="
                                                + "artifact-publisher-maven-plugin:publish. To publish an incomplete"
                                                + " set, set artifacts.allowPartial=true."));
    }

    @Test
    void aModuleMayHaveTheGoalTwiceAndOnTheCommandLine() {
        MavenSession session = session(one, two);
        bound(session, "publish").add(two, Optional.of(contribution("two")));
        bound(session, "again").add(two, Optional.of(contribution("again")));
        bound(session, "publish").add(one, Optional.of(contribution("one")));
        ReactorContributions commandLine = new ReactorContributions(
                session, new MojoExecution(descriptor("publish"), "default-cli", MojoExecution.Source.CLI), Map.of());
        commandLine.add(one, Optional.of(contribution("cli")));

        assertThat(names(bound(session, "publish"))).containsExactly("one", "cli", "two", "again");
        assertThat(names(commandLine)).containsExactly("one", "cli", "two", "again");
    }

    /** On the command line all goals have the same id of execution. */
    @Test
    void eachGoalHasItsOwnContributions() {
        MavenSession session = session(one);
        new ReactorContributions(
                        session,
                        new MojoExecution(descriptor("plan"), "default-cli", MojoExecution.Source.CLI),
                        Map.of())
                .add(one, Optional.of(contribution("planned")));

        assertThat(names(bound(session, "default-cli"))).isEmpty();
    }

    /** As with {@code mvn -T}: each module has a copy of the session. */
    @Test
    void ofModulesThatEndAtOnceNoneIsLost() throws Exception {
        MavenProject[] modules = new MavenProject[8];
        Arrays.setAll(modules, number -> project("module" + number, "publish"));
        ExecutorService threads = Executors.newFixedThreadPool(modules.length);
        try {
            for (int round = 0; round < 500; round++) {
                MavenSession session = session(modules);
                CountDownLatch start = new CountDownLatch(1);
                List<Future<?>> ends = new ArrayList<>();
                for (MavenProject module : modules) {
                    ends.add(threads.submit(() -> {
                        start.await();
                        bound(session.clone(), "publish")
                                .add(module, Optional.of(contribution(module.getArtifactId())));
                        return null;
                    }));
                }
                start.countDown();
                for (Future<?> end : ends) {
                    end.get();
                }
                assertThat(names(bound(session, "publish"))).hasSize(modules.length);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aPartOfTheModulesIsRefusedByTheNamesOfTheRest() {
        MavenProject skipped = project("skipped", "publish");
        skipped.getProperties().setProperty("artifacts.skip", "true");
        MavenSession session = session(two);
        session.setAllProjects(List.of(parent, one, two, project("without"), skipped));

        assertThatThrownBy(bound(session, "publish")::requireWhole)
                .isInstanceOf(SettingException.class)
                .hasMessage(
                        "This run of Maven leaves out parent, one (-pl or -rf), so the published set would be incomplete");
        session.setProjects(List.of(parent, one, two));
        bound(session, "publish").requireWhole();
    }

    @Test
    void aModuleThatIsSkippedIsNotMissingWhereverThatIsSet() {
        MavenProject configured = project("configured", "publish");
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        Xpp3Dom skip = new Xpp3Dom("skip");
        skip.setValue("true");
        configuration.addChild(skip);
        execution(configured).setConfiguration(configuration);
        MavenSession session = session(two);
        session.setAllProjects(List.of(two, configured));
        bound(session, "publish").requireWhole();

        session.setAllProjects(List.of(two, one));
        bound(session, "publish", Map.of("ARTIFACTS_SKIP", "true")).requireWhole();
        session.getUserProperties().setProperty("artifacts.skip", "true");
        bound(session, "publish").requireWhole();
        session.getUserProperties().setProperty("artifacts.skip", "false");
        one.getProperties().setProperty("artifacts.skip", "true");
        assertThatThrownBy(bound(session, "publish")::requireWhole).hasMessageContaining("leaves out one (-pl or -rf)");
    }

    /** With {@code -N} Maven does not even read the POMs of the modules. */
    @Test
    void aRootWithoutItsModulesIsRefused() {
        MavenSession session = session(parent);
        session.getRequest().setRecursive(false);
        bound(session, "publish").requireWhole();
        parent.getModel().addModule("one");

        assertThatThrownBy(bound(session, "publish")::requireWhole)
                .hasMessage(
                        "This run of Maven leaves out the modules of parent (-N), so the published set would be incomplete");
    }

    @Test
    void anOfflineRunIsRefusedRatherThanLeftOut() {
        MavenSession session = session(one);
        bound(session, "publish").requireOnline();
        session.getRequest().setOffline(true);

        assertThatThrownBy(() -> bound(session, "publish").requireOnline())
                .isInstanceOf(SettingException.class)
                .hasMessage(
                        "This run of Maven is offline (-o, or <offline> in settings.xml), so nothing can be published");
    }

    private static List<String> names(ReactorContributions reactor) {
        return reactor.contributions().stream().map(Contribution::name).toList();
    }

    private static ReactorContributions reactor(MavenProject... modules) {
        return bound(session(modules), "publish");
    }

    private static ReactorContributions bound(MavenSession session, String executionId) {
        return bound(session, executionId, Map.of());
    }

    private static ReactorContributions bound(
            MavenSession session, String executionId, Map<String, String> environment) {
        return new ReactorContributions(
                session,
                new MojoExecution(descriptor("publish"), executionId, MojoExecution.Source.LIFECYCLE),
                environment);
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
        session.setAllProjects(List.of(modules));
        return session;
    }

    private static MojoDescriptor descriptor(String goal) {
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.setGroupId(GROUP);
        plugin.setArtifactId(ARTIFACT);
        plugin.setVersion("1.0");
        MojoDescriptor mojo = new MojoDescriptor();
        mojo.setPluginDescriptor(plugin);
        mojo.setGoal(goal);
        return mojo;
    }

    private static PluginExecution execution(MavenProject project) {
        return project.getBuild().getPlugins().get(0).getExecutions().get(0);
    }

    /** A module that binds the goal under these ids. */
    private static MavenProject project(String name, String... executionIds) {
        Model model = new Model();
        model.setGroupId("com.acme");
        model.setArtifactId(name);
        model.setVersion("1.0");
        model.setBuild(new Build());
        if (executionIds.length > 0) {
            Plugin plugin = new Plugin();
            plugin.setGroupId(GROUP);
            plugin.setArtifactId(ARTIFACT);
            for (String id : executionIds) {
                PluginExecution execution = new PluginExecution();
                execution.setId(id);
                execution.addGoal("publish");
                plugin.addExecution(execution);
            }
            model.getBuild().addPlugin(plugin);
        }
        return new MavenProject(model);
    }

    private static Contribution contribution(String name) {
        RootSelections none = new RootSelections(Path.of(""), List.of(), Allowances.NONE);
        return new Contribution(
                name, Optional.empty(), null, List.of(), none, Path.of("target"), List.of(), false, false);
    }
}
