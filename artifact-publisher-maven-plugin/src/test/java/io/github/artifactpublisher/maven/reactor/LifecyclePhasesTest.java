package io.github.artifactpublisher.maven.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifecyclePhasesTest {
    @ParameterizedTest
    @CsvSource({
        "deploy, true",
        "package, true",
        "verify, true",
        "install, true",
        "site, true",
        "prepare-package, false",
        "test, false",
        "process-classes, false"
    })
    void aBoundGoalComesInItsPhase(String phase, boolean packaged) {
        MojoExecution bound = new MojoExecution(new MojoDescriptor(), "publish", MojoExecution.Source.LIFECYCLE);
        bound.setLifecyclePhase(phase);

        assertThat(LifecyclePhases.hasPackaged(session("deploy"), bound)).isEqualTo(packaged);
    }

    @ParameterizedTest
    @CsvSource({
        "clean package artifact-publisher:publish, true",
        "verify artifact-publisher:publish, true",
        "clean test artifact-publisher:publish, false",
        "clean artifact-publisher:publish, false",
        "artifact-publisher:publish, false"
    })
    void aGoalOfTheCommandLineComesAfterThePhasesThere(String goals, boolean packaged) {
        MojoExecution execution = new MojoExecution(new MojoDescriptor(), "default-cli", MojoExecution.Source.CLI);

        assertThat(LifecyclePhases.hasPackaged(session(goals.split(" ")), execution))
                .isEqualTo(packaged);
    }

    @ParameterizedTest
    @CsvSource({
        "deploy, deploy, true",
        "clean deploy, deploy, true",
        "install, deploy, false",
        "test, deploy, false",
        "clean, deploy, false",
        "site-deploy, deploy, false",
        "deploy:deploy, deploy, false",
        "verify artifact-publisher:plan, deploy, false",
        "test deploy, deploy, true",
        "verify, verify, true",
        "deploy, verify, true",
        "package, verify, false",
        "deploy, site, false",
        "deploy, none, false",
        "after:deploy, deploy, true",
        "deploy, deploy[100], true"
    })
    void aSessionReachesAPhaseIfItRunsThatOneOrALaterOne(String goals, String phase, boolean reached) {
        assertThat(LifecyclePhases.isReached(session(goals.split(" ")), phase)).isEqualTo(reached);
    }

    @Test
    void theDefaultGoalOfTheTopModuleCountsIfTheCommandLineHasNone() {
        MavenSession session = session();
        MavenProject top = new MavenProject(new Model());
        session.setProjects(List.of(top));
        assertThat(LifecyclePhases.isReached(session, "deploy")).isFalse();

        top.getModel().setBuild(new Build());
        top.getModel().getBuild().setDefaultGoal("clean deploy");

        assertThat(LifecyclePhases.isReached(session, "deploy")).isTrue();
    }

    /** Maven deprecates all constructors of its session: they are for itself and for tests. */
    @SuppressWarnings("deprecation")
    private static MavenSession session(String... goals) {
        return new MavenSession(
                null,
                new DefaultRepositorySystemSession(),
                new DefaultMavenExecutionRequest().setGoals(List.of(goals)),
                new DefaultMavenExecutionResult());
    }
}
