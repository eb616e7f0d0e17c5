package io.github.artifactpublisher.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.outputs.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maven's own session and projects, of a build that has failed; what it says is what a CI server's variables say. */
class FailureReportsTest {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path root;

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "GITHUB_ACTIONS", "true",
            "GITHUB_REPOSITORY", "acme/app",
            "GITHUB_REF", "refs/heads/main",
            "GITHUB_REF_TYPE", "branch",
            "GITHUB_REF_NAME", "main",
            "GITHUB_RUN_NUMBER", "7",
            "ARTIFACTS_BUCKET", "builds"));
    private final Map<String, Map<String, Object>> watched = new LinkedHashMap<>();
    private MavenProject core;
    private MavenProject cli;
    private MavenSession session;

    @BeforeEach
    void aBuildHasFailed() throws IOException {
        core = module("core");
        cli = module("cli");
        session = session(core, cli);
        watched.put(core.getId(), Map.of());
    }

    @Test
    void theReportsOfAllModulesGoBesideTheBranch() {
        Contribution reports = reports().orElseThrow();

        assertThat(reports.settings().targets()).containsExactly(new KeyPrefix("artifacts/acme/app/main/failed/7"));
        assertThat(reports.outputs())
                .extracting(Output::name)
                .containsExactly("core/target/test.log", "cli/target/test.log");
    }

    @Test
    void theFirstModuleThatIsNotLeftOutSaysWhere() {
        watched.put(core.getId(), Map.of("artifacts.skip", "true", "artifacts.bucket", "of-core"));
        watched.put(cli.getId(), Map.of("artifacts.bucket", "of-cli"));
        Contribution reports = reports().orElseThrow();

        assertThat(reports.settings().bucket().name()).isEqualTo("of-cli");
        assertThat(reports.outputs()).extracting(Output::name).containsExactly("cli/target/test.log");
    }

    @Test
    void ifAllAreLeftOutThereAreNone() {
        watched.put(core.getId(), Map.of("artifacts.skip", "true"));

        assertThat(reports()).isEmpty();
    }

    @Test
    void aBuildWithoutANumberIsCalledByItsTime() {
        environment.remove("GITHUB_RUN_NUMBER");

        assertThat(reports().orElseThrow().settings().targets())
                .containsExactly(new KeyPrefix("artifacts/acme/app/main/failed/20260102T030405Z"));
    }

    @Test
    void reportsAreOneSetWhateverTheModulesAre() {
        watched.put(core.getId(), Map.of("artifacts.perModule", "true"));

        assertThat(reports().orElseThrow().settings().targets())
                .containsExactly(new KeyPrefix("artifacts/acme/app/main/failed/7"));
    }

    @Test
    void aPullRequestThatIsNotPublishedHasNone() {
        environment.putAll(Map.of(
                "GITHUB_EVENT_NAME", "pull_request",
                "GITHUB_REF", "refs/pull/12/merge",
                "GITHUB_REF_NAME", "12/merge",
                "GITHUB_HEAD_REF", "topic",
                "ARTIFACTS_PULL_REQUESTS", "skip"));

        assertThat(reports()).isEmpty();
    }

    @Test
    void aStrangersTriggerIsRefused() {
        environment.put("GITHUB_EVENT_NAME", "workflow_run");

        assertThatThrownBy(this::reports).isInstanceOf(UntrustedTriggerException.class);
    }

    @Test
    void anOfflineBuildHasNone() {
        session.getRequest().setOffline(true);

        assertThat(reports()).isEmpty();
    }

    @Test
    void aBuildThatFailsBeforeItsFirstTestHasNone() throws IOException {
        Files.delete(root.resolve("core/target/test.log"));
        Files.delete(root.resolve("cli/target/test.log"));

        assertThat(reports()).isEmpty();
    }

    private Optional<Contribution> reports() {
        return new FailureReports(new SystemStreamLog(), session, watched, environment).contribution(Map.of());
    }

    private MavenProject module(String name) throws IOException {
        Path target = Files.createDirectories(root.resolve(name + "/target"));
        Files.writeString(target.resolve("test.log"), name);
        Model model = new Model();
        model.setGroupId("com.acme");
        model.setArtifactId(name);
        model.setVersion("1.0");
        model.setBuild(new Build());
        model.getBuild().setDirectory(target.toString());
        MavenProject project = new MavenProject(model);
        project.setFile(root.resolve(name + "/pom.xml").toFile());
        project.setArtifact(new DefaultArtifact(
                "com.acme", name, "1.0", "compile", "jar", null, new DefaultArtifactHandler("jar")));
        return project;
    }

    /** Maven deprecates all constructors of its session: they are for itself and for tests. */
    @SuppressWarnings("deprecation")
    private MavenSession session(MavenProject... modules) {
        MavenSession made = new MavenSession(
                null,
                new DefaultRepositorySystemSession(),
                new DefaultMavenExecutionRequest()
                        .setStartTime(Date.from(START))
                        .setBaseDirectory(root.toFile()),
                new DefaultMavenExecutionResult());
        made.setProjects(List.of(modules));
        return made;
    }
}
