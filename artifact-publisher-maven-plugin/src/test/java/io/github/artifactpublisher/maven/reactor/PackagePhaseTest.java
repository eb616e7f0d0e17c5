package io.github.artifactpublisher.maven.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackagePhaseTest {
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

        assertThat(PackagePhase.hasRun(session("deploy"), bound)).isEqualTo(packaged);
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
        MojoExecution asked = new MojoExecution(new MojoDescriptor(), "default-cli", MojoExecution.Source.CLI);

        assertThat(PackagePhase.hasRun(session(goals.split(" ")), asked)).isEqualTo(packaged);
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
