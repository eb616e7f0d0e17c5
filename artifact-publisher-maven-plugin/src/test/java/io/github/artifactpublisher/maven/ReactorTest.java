package io.github.artifactpublisher.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.outputs.Guard.Allowances;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.Test;

/** Maven's own session and projects, without a build around them. */
class ReactorTest {
    private static final String GROUP = "io.github.artifactpublisher";
    private static final String ARTIFACT = "artifact-publisher-maven-plugin";

    private final MavenProject parent = project("parent", "publish");
    private final MavenProject one = project("one", "publish");
    private final MavenProject two = project("two", "publish");

    @Test
    void theLastModuleGetsAllInTheOrderOfTheReactor() {
        Reactor reactor = reactor(parent, one, two);

        assertThat(reactor.add(two, Optional.of(contribution("two")))).isEmpty();
        assertThat(reactor.add(parent, Optional.of(contribution("parent")))).isEmpty();
        assertThat(reactor.add(one, Optional.of(contribution("one"))))
                .hasValueSatisfying(
                        all -> assertThat(all).extracting(Contribution::name).containsExactly("parent", "one", "two"));
    }

    @Test
    void aModuleThatIsSkippedCountsAndAddsNothing() {
        Reactor reactor = reactor(one, two);

        assertThat(reactor.add(one, Optional.of(contribution("one")))).isEmpty();
        assertThat(reactor.add(two, Optional.empty()))
                .hasValueSatisfying(
                        all -> assertThat(all).extracting(Contribution::name).containsExactly("one"));
    }

    @Test
    void aModuleWithoutTheGoalIsNotWaitedFor() {
        MavenProject without = project("without");
        MavenProject unbound = project("unbound", "publish");
        unbound.getBuild().getPlugins().get(0).getExecutions().get(0).setPhase("none");

        assertThat(reactor(without, one, unbound).add(one, Optional.of(contribution("one"))))
                .isPresent();
    }

    @Test
    void aModuleThatHasTheGoalTwiceIsWaitedForTwice() {
        MavenProject twice = project("twice", "publish", "again");
        MavenSession session = session(one, twice);

        assertThat(bound(session, "publish").add(one, Optional.of(contribution("one"))))
                .isEmpty();
        assertThat(bound(session, "publish").add(twice, Optional.of(contribution("twice"))))
                .isEmpty();
        assertThat(bound(session, "again").add(twice, Optional.of(contribution("again"))))
                .hasValueSatisfying(
                        all -> assertThat(all).extracting(Contribution::name).containsExactly("one", "twice", "again"));
    }

    @Test
    void onTheCommandLineEveryModuleIsWaitedFor() {
        MavenProject without = project("without");
        Reactor reactor = new Reactor(
                session(without, one), new MojoExecution(descriptor(), "default-cli", MojoExecution.Source.CLI));

        assertThat(reactor.add(without, Optional.empty())).isEmpty();
        assertThat(reactor.add(one, Optional.of(contribution("one")))).isPresent();
    }

    /** As with {@code mvn -T}: whoever comes last, one alone publishes. */
    @Test
    void ofModulesThatEndAtOnceOnePublishes() throws Exception {
        MavenProject[] modules = new MavenProject[8];
        Arrays.setAll(modules, number -> project("module" + number, "publish"));
        ExecutorService threads = Executors.newFixedThreadPool(modules.length);
        try {
            for (int round = 0; round < 500; round++) {
                MavenSession session = session(modules);
                CountDownLatch start = new CountDownLatch(1);
                List<Future<Optional<List<Contribution>>>> ends = Arrays.stream(modules)
                        .map(module -> threads.submit(() -> {
                            start.await();
                            return bound(session.clone(), "publish")
                                    .add(module, Optional.of(contribution(module.getArtifactId())));
                        }))
                        .toList();
                start.countDown();
                int published = 0;
                for (Future<Optional<List<Contribution>>> end : ends) {
                    published += end.get().isPresent() ? 1 : 0;
                }
                assertThat(published).isEqualTo(1);
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
                        "This run of Maven leaves out parent, one (-pl or -rf), so that its set would be a part that"
                                + " looks whole");
        session.setProjects(List.of(parent, one, two));
        bound(session, "publish").requireWhole();
    }

    @Test
    void anOfflineRunIsRefusedRatherThanLeftOut() {
        MavenSession session = session(one);
        bound(session, "publish").requireOnline();
        session.getRequest().setOffline(true);

        assertThatThrownBy(() -> bound(session, "publish").requireOnline())
                .isInstanceOf(SettingException.class)
                .hasMessage("This run of Maven is offline (-o, or <offline> in settings.xml), and so nothing can be"
                        + " published");
    }

    /** What another copy of the plugin's classes has noted: never the same class, whatever its name. */
    @Test
    void aModuleWithOtherDependenciesOfThePluginIsNamed() {
        MavenSession session = session(one, two);
        session.getPluginContext(descriptor().getPluginDescriptor(), one)
                .put(GROUP + ".publish", Optional.of("of another class loader"));

        assertThatThrownBy(() -> bound(session, "publish").add(two, Optional.of(contribution("two"))))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("The module one gives artifact-publisher-maven-plugin other <dependencies>");
    }

    private static Reactor reactor(MavenProject... modules) {
        return bound(session(modules), "publish");
    }

    private static Reactor bound(MavenSession session, String executionId) {
        return new Reactor(session, new MojoExecution(descriptor(), executionId, MojoExecution.Source.LIFECYCLE));
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

    private static MojoDescriptor descriptor() {
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.setGroupId(GROUP);
        plugin.setArtifactId(ARTIFACT);
        plugin.setVersion("1.0");
        MojoDescriptor mojo = new MojoDescriptor();
        mojo.setPluginDescriptor(plugin);
        mojo.setGoal("publish");
        return mojo;
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
        RootFiles none = new RootFiles(Path.of(""), List.of(), Allowances.NONE);
        return new Contribution(name, null, List.of(), none, Path.of("target"), List.of(), false);
    }
}
