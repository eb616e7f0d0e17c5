package io.github.artifactpublisher.maven.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.Target;
import io.github.artifactpublisher.maven.TestParameters;
import io.github.artifactpublisher.maven.message.UntrustedTriggerException;
import io.github.artifactpublisher.outputs.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
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
    private final List<String> warnings = new ArrayList<>();
    private MavenProject core;
    private MavenProject cli;
    private MavenSession session;

    @BeforeEach
    void aBuildHasFailed() throws IOException {
        core = module("core");
        cli = module("cli");
        session = session(core, cli);
        watched.put(core.getId(), TestParameters.none());
    }

    @Test
    void theReportsOfAllModulesGoBesideTheBranch() {
        Contribution reports = reports().orElseThrow();

        assertThat(reports.settings().targets())
                .extracting(Target::prefix)
                .containsExactly(new KeyPrefix("artifacts/acme/app/main/failed/7"));
        assertThat(reports.outputs())
                .extracting(Output::name)
                .containsExactly("core/target/test.log", "cli/target/test.log");
    }

    @Test
    void theFirstModuleThatIsNotLeftOutSaysWhere() {
        watched.put(core.getId(), TestParameters.of(Map.of("artifacts.skip", "true", "artifacts.bucket", "of-core")));
        watched.put(cli.getId(), TestParameters.of(Map.of("artifacts.bucket", "of-cli")));
        Contribution reports = reports().orElseThrow();

        assertThat(reports.settings().store().bucket().name()).isEqualTo("of-cli");
        assertThat(reports.outputs()).extracting(Output::name).containsExactly("cli/target/test.log");
    }

    /** Another attempt of the build, or another job of its matrix, may have left reports under the same name. */
    @Test
    void nothingIsDeletedAmongReports() {
        watched.put(core.getId(), TestParameters.of(Map.of("artifacts.clean", "true")));

        assertThat(reports().orElseThrow().settings().options().clean()).isFalse();
    }

    @Test
    void ifAllAreLeftOutThereAreNone() {
        watched.put(core.getId(), TestParameters.of(Map.of("artifacts.skip", "true")));

        assertThat(reports()).isEmpty();
    }

    @Test
    void aBuildWithoutANumberIsCalledByItsTime() {
        environment.remove("GITHUB_RUN_NUMBER");

        assertThat(reports().orElseThrow().settings().targets())
                .extracting(Target::prefix)
                .containsExactly(new KeyPrefix("artifacts/acme/app/main/failed/20260102T030405Z"));
    }

    @Test
    void buildsOfOneNumberInTwoWorkflowsHaveFoldersOfTheirOwn() {
        environment.put("GITHUB_RUN_ID", "700700701");
        Contribution one = reports().orElseThrow();
        environment.put("GITHUB_RUN_ID", "700700702");
        Contribution other = reports().orElseThrow();

        assertThat(one.settings().targets())
                .extracting(Target::prefix)
                .containsExactly(new KeyPrefix("artifacts/acme/app/main/failed/7-700700701"));
        assertThat(other.settings().targets())
                .extracting(Target::prefix)
                .containsExactly(new KeyPrefix("artifacts/acme/app/main/failed/7-700700702"));
    }

    @Test
    void jobsWithTheirOwnCountersDifferByTheirPages() {
        environment.clear();
        environment.putAll(Map.of(
                "JENKINS_URL", "https://ci.example/",
                "GIT_URL", "https://github.com/acme/app.git",
                "GIT_BRANCH", "main",
                "BUILD_NUMBER", "7",
                "BUILD_URL", "https://ci.example/job/nightly/7/",
                "ARTIFACTS_BUCKET", "builds",
                "ARTIFACTS_SLUG", "acme/app",
                "ARTIFACTS_BRANCH", "main"));
        List<Target> nightly = reports().orElseThrow().settings().targets();
        environment.put("BUILD_URL", "https://ci.example/job/quick/7/");
        List<Target> quick = reports().orElseThrow().settings().targets();

        assertThat(nightly)
                .isNotEqualTo(quick)
                .singleElement()
                .extracting(target -> target.prefix().value())
                .asString()
                .matches("artifacts/acme/app/main/failed/7-[0-9a-f]{8}");
    }

    @Test
    void aServerThatCountsAllBuildsOfTheRepositoryNeedsNoMore() {
        environment.clear();
        environment.putAll(Map.of(
                "CI", "woodpecker",
                "CI_REPO", "acme/app",
                "CI_COMMIT_BRANCH", "main",
                "CI_PIPELINE_EVENT", "push",
                "CI_PIPELINE_NUMBER", "7",
                "CI_PIPELINE_URL", "https://ci.example/repos/1/pipeline/7",
                "ARTIFACTS_BUCKET", "builds"));

        assertThat(reports().orElseThrow().settings().targets())
                .extracting(Target::prefix)
                .containsExactly(new KeyPrefix("artifacts/acme/app/main/failed/7"));
    }

    /** The others tell of the failure all the same. */
    @Test
    void onlyTheRefusedReportsAreNotPublished() throws IOException {
        Path target = root.resolve("core/target");
        Files.writeString(target.resolve(".hidden.log"), "hidden");
        Files.createSymbolicLink(target.resolve("gone.log"), target.resolve("nothing"));
        Files.createSymbolicLink(target.resolve("out.log"), Files.writeString(root.resolve("outside"), "outside"));
        Path surefire = Files.createDirectories(target.resolve("surefire-reports"));
        Files.writeString(surefire.resolve("id_rsa"), "key");
        Files.writeString(surefire.resolve("TEST-a.xml"), "report");
        Path old = Files.writeString(surefire.resolve("server.key"), "of another build");
        Files.setLastModifiedTime(old, FileTime.from(START.minusSeconds(60)));

        Contribution reports = reports().orElseThrow();

        assertThat(reports.outputs())
                .extracting(Output::name)
                .containsExactly(
                        "core/target/surefire-reports/TEST-a.xml", "core/target/test.log", "cli/target/test.log");
        assertThat(warnings)
                .containsExactly(
                        "Some reports of this build are not published: in core/target surefire-reports/id_rsa looks"
                                + " like a secret (artifacts.allowSecretLooking=surefire-reports/id_rsa allows it); in core/target"
                                + " .hidden.log is hidden (artifacts.allowHidden=.hidden.log allows it); in core/target gone.log is a"
                                + " broken link; in core/target out.log is a link out of the base folder (to "
                                + root.toRealPath().resolve("outside") + ").");
    }

    @Test
    void reportsAreOneSetWhateverTheModulesAre() {
        watched.put(core.getId(), TestParameters.of(Map.of("artifacts.perModule", "true")));

        assertThat(reports().orElseThrow().settings().targets())
                .extracting(Target::prefix)
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
        SystemStreamLog log = new SystemStreamLog() {
            @Override
            public void warn(CharSequence line) {
                warnings.add(line.toString());
            }
        };
        return new FailureReports(log, session, watched, environment).contribution(Map.of());
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
