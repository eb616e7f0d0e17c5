package io.github.artifactpublisher.publish;

import static io.github.artifactpublisher.manifest.Builds.build;
import static io.github.artifactpublisher.publish.PublishStage.MAIN;
import static io.github.artifactpublisher.publish.PublishStage.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.manifest.BuildFacts;
import io.github.artifactpublisher.manifest.Builds;
import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.ScriptedProxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two reactors, or two jobs, that publish one commit of one repository to one path. */
class SharedPathTest {
    private static final String AT = "s3://builds/" + MAIN;
    private static final TestOptions IN_PLACE = TestOptions.DEFAULTS;
    private static final KeyPrefix COMMIT = new KeyPrefix("artifacts/acme/app/commits/aaaaaaaa");

    private PublishStage stage;

    @BeforeEach
    void start(@TempDir Path folder) {
        stage = new PublishStage(folder);
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    private static BuildFacts run(long number, String... modules) {
        return Builds.inAttempt("1", build(number)).ofModules(List.of(modules));
    }

    private static BuildFacts laptop(String commit, String... modules) {
        return Builds.of(
                        Optional.of("acme/app"),
                        Optional.of("main"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(commit.repeat(40)),
                        "no CI server",
                        Optional.empty(),
                        Optional.empty(),
                        Map.of())
                .ofModules(List.of(modules));
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void anotherReactorOfTheSameRunIsRefusedBeforeTheFirstObject(Layout layout) {
        stage.publish(plan(stage.output("backend.txt", "b")), run(1, "acme:backend"), IN_PLACE.in(layout));
        Map<String, String> before = stage.set().eTags();
        TestOptions options = IN_PLACE.in(layout).cleaning().forced();

        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), ProxyScript.passAll())) {
            assertThatThrownBy(() -> stage.publish(
                            proxy.endpoint(),
                            plan(stage.output("frontend.txt", "f")),
                            run(1, "acme:frontend"),
                            options))
                    .isInstanceOfSatisfying(SharedPathException.class, e -> {
                        assertThat(e.address()).isEqualTo(AT);
                        assertThat(e.build()).isEqualTo("GitHub Actions 1");
                        assertThat(e.modules()).containsExactly("acme:backend");
                    });
            assertThat(proxy.requests()).allMatch(request -> request.method().equals("GET"));
        }
        assertThat(stage.set().eTags()).isEqualTo(before);
    }

    @Test
    void anotherAttemptOfAnotherReactorIsRefusedAsWell() {
        stage.publish(plan(stage.output("backend.txt", "b")), run(1, "acme:backend"), IN_PLACE);

        assertThatThrownBy(() -> stage.publish(
                        plan(stage.output("frontend.txt", "f")),
                        Builds.inAttempt("2", run(1, "acme:frontend")),
                        IN_PLACE))
                .isInstanceOf(SharedPathException.class);
    }

    @Test
    void aJobWithoutOneOfTheModulesIsRefusedAndOneWithMoreIsNot() {
        stage.publish(plan(stage.output("a.txt", "a")), run(1, "acme:a"), IN_PLACE);
        stage.publish(
                plan(stage.output("a.txt", "a"), stage.output("b.txt", "b")), run(1, "acme:a", "acme:b"), IN_PLACE);

        assertThatThrownBy(() -> stage.publish(plan(stage.output("a.txt", "a")), run(1, "acme:a"), IN_PLACE))
                .isInstanceOfSatisfying(
                        SharedPathException.class, e -> assertThat(e.modules()).containsExactly("acme:b"));
    }

    /** A module renamed between two commits, and a nightly build of the same commit. */
    @Test
    void anotherCommitIsNoMatterAndAnotherRunIsAWarning() {
        stage.publish(plan(stage.output("a.txt", "a")), run(1, "acme:old"), IN_PLACE);
        BuildFacts other = Builds.inSequence(2, build("GitHub Actions", "main", Optional.of("b".repeat(40)), "2"))
                .ofModules(List.of("acme:new"));
        stage.publish(plan(stage.output("a.txt", "b")), other, IN_PLACE);
        assertThat(stage.events).isEmpty();

        stage.publish(
                plan(stage.output("a.txt", "c")),
                Builds.inSequence(3, other).ofModules(List.of("acme:other")),
                IN_PLACE);
        assertThat(stage.events)
                .containsExactly(new PublishEvent.OtherModulesOverwritten(
                        AT, "GitHub Actions 2 (run 2)", "GitHub Actions 2 (run 3)", List.of("acme:new")));
    }

    @Test
    void theSameReactorPublishesAgain() {
        Plan plan = plan(stage.output("a.txt", "a"));
        stage.publish(plan, run(1, "acme:a"), IN_PLACE);

        stage.publish(plan, run(1, "acme:a"), IN_PLACE);
        assertThat(stage.events).isEmpty();

        stage.publish(plan(stage.output("a.txt", "again")), Builds.inAttempt("2", run(1, "acme:a")), IN_PLACE);
        assertThat(stage.events).as("a job that is run again").isEmpty();
    }

    @Test
    void aJobOfAMatrixWithOtherContentIsAWarningThatNamesBoth() {
        stage.publish(
                plan(stage.output("a.txt", "17"), stage.output("same.txt", "s"), stage.output("only17.txt", "x")),
                of("17.0.1", run(1, "acme:a")),
                IN_PLACE);

        stage.publish(
                plan(stage.output("a.txt", "21"), stage.output("same.txt", "s"), stage.output("only21.txt", "x")),
                of("21.0.2", run(1, "acme:a")),
                IN_PLACE);

        assertThat(stage.events)
                .containsExactly(new PublishEvent.OtherContentOverwritten(
                        AT,
                        "GitHub Actions 1, Java 17.0.1",
                        "GitHub Actions 1, Java 21.0.2",
                        List.of("a.txt", "only21.txt", "only17.txt")));
        assertThat(stage.set().manifest().getAsJsonObject("tools").get("java").getAsString())
                .isEqualTo("21.0.2");
    }

    private static BuildFacts of(String java, BuildFacts build) {
        return new BuildFacts(
                build.slug(),
                build.branch(),
                build.pullRequest(),
                build.tag(),
                build.commit(),
                build.server(),
                build.buildNumber(),
                build.buildUrl(),
                build.sequence(),
                build.commitTime(),
                Map.of("java", java),
                build.run(),
                build.attempt(),
                build.modules(),
                build.dirty());
    }

    @Test
    void aPartOfTheModulesThatWasAskedForReplacesTheWholeWithAWarning() {
        stage.publish(
                plan(stage.output("a.txt", "a"), stage.output("b.txt", "b")), run(1, "acme:a", "acme:b"), IN_PLACE);

        stage.publish(plan(stage.output("a.txt", "a")), run(1, "acme:a"), IN_PLACE.allowingPartial());

        assertThat(stage.events)
                .containsExactly(new PublishEvent.OtherModulesOverwritten(
                        AT, "GitHub Actions 1", "GitHub Actions 1", List.of("acme:b")));
        stage.set().assertWhole();
    }

    /** Without a CI server, only the commit is compared. */
    @Test
    void aSubfolderBuiltOnALaptopDoesNotReplaceTheWhole() {
        stage.publish(
                plan(stage.output("a.txt", "a"), stage.output("b.txt", "b")),
                laptop("a", "acme:a", "acme:b"),
                IN_PLACE);

        assertThatThrownBy(() -> stage.publish(plan(stage.output("a.txt", "a")), laptop("a", "acme:a"), IN_PLACE))
                .isInstanceOf(SharedPathException.class);
        stage.publish(plan(stage.output("a.txt", "new")), laptop("a", "acme:a", "acme:b"), IN_PLACE);
        assertThat(stage.events).as("the same modules again").isEmpty();
        stage.publish(plan(stage.output("a.txt", "new")), laptop("b", "acme:a"), IN_PLACE);
        assertThat(stage.events).as("another commit").isEmpty();
    }

    /** Their build numbers differ, and what they share is the workflow. */
    @Test
    void jobsOfOneWorkflowOfCircleCiAreOneRun() {
        BuildFacts first = Builds.inRun("f00", build("CircleCI", "main", Optional.of("a".repeat(40)), "70"));
        BuildFacts second = Builds.inRun("f00", build("CircleCI", "main", Optional.of("a".repeat(40)), "71"));
        stage.publish(plan(stage.output("a.txt", "a")), first.ofModules(List.of("acme:a")), IN_PLACE);

        assertThatThrownBy(() ->
                        stage.publish(plan(stage.output("b.txt", "b")), second.ofModules(List.of("acme:b")), IN_PLACE))
                .isInstanceOf(SharedPathException.class);
    }

    @Test
    void aManifestOfBeforeNamesTheModulesOfItsArtifacts() throws Exception {
        Output artifact = Output.of(
                stage.output("a.jar", "a").file(),
                "a.jar",
                Optional.of(new io.github.artifactpublisher.outputs.Coordinates(
                        "acme", "a", "1", Optional.empty(), "jar")));
        stage.publish(plan(artifact), build(1), IN_PLACE);
        assertThat(stage.set().manifest().has("modules")).isFalse();

        assertThatThrownBy(() -> stage.publish(plan(stage.output("b.txt", "b")), run(1, "acme:b"), IN_PLACE))
                .isInstanceOfSatisfying(
                        SharedPathException.class, e -> assertThat(e.modules()).containsExactly("acme:a"));
    }

    @Test
    void theManifestNamesModulesRunAndAttempt() {
        stage.publish(plan(stage.output("a.txt", "a")), Builds.inRun("f00", run(1, "acme:b", "acme:a")), IN_PLACE);

        assertThat(stage.set().manifest().getAsJsonArray("modules").toString()).isEqualTo("[\"acme:a\",\"acme:b\"]");
        assertThat(stage.set().manifest().getAsJsonObject("ci").get("attempt").getAsString())
                .isEqualTo("1");
        assertThat(stage.set().manifest().getAsJsonObject("ci").get("run").getAsString())
                .isEqualTo("f00");
    }

    /** The other's manifest comes just before this one's, which is then refused and the other's read. */
    @Test
    void twoReactorsAtTheSameInstantAreDistinguished() {
        AtomicInteger manifests = new AtomicInteger();
        ProxyScript between = request -> {
            if (ProxyScript.put("manifest.json").test(request) && manifests.incrementAndGet() == 1) {
                stage.publishBeside(
                        stage.server.endpoint(), plan(stage.output("b.txt", "b")), run(1, "acme:b"), IN_PLACE);
            }
            return ProxyAction.pass();
        };
        Throwable failure;
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), between)) {
            failure = catchThrowable(() ->
                    stage.publish(proxy.endpoint(), plan(stage.output("a.txt", "a")), run(1, "acme:a"), IN_PLACE));
        }

        assertThat(failure).isInstanceOf(SharedPathException.class);
        assertThat(stage.set().manifest().getAsJsonArray("modules").toString()).isEqualTo("[\"acme:b\"]");
        stage.set().assertWhole();
    }

    @Test
    void atAnAddressThatIsWrittenOnceTheReasonIsTheSame() {
        TestOptions once = IN_PLACE.once(Set.of(COMMIT));
        Plan first = Plan.of(TestOptions.targets(MAIN, COMMIT), TestOptions.PLAN, List.of(stage.output("a.txt", "a")));
        stage.publish(first, run(1, "acme:a"), once);
        Plan second = Plan.of(TestOptions.targets(COMMIT), TestOptions.PLAN, List.of(stage.output("b.txt", "b")));

        assertThatThrownBy(() -> stage.publish(second, run(1, "acme:b"), once)).isInstanceOf(SharedPathException.class);
    }

    /** The second target's set is refused before the first target gets an object. */
    @Test
    void oneOfSeveralTargetsIsEnough() {
        KeyPrefix other = new KeyPrefix("artifacts/acme/app/other");
        stage.publish(plan(stage.output("a.txt", "a")), run(1, "acme:a"), IN_PLACE);
        Plan both = Plan.of(TestOptions.targets(other, MAIN), TestOptions.PLAN, List.of(stage.output("b.txt", "b")));

        assertThatThrownBy(() -> stage.publish(both, run(1, "acme:b"), IN_PLACE))
                .isInstanceOf(SharedPathException.class);
        assertThat(stage.sent).isEmpty();
        stage.set(other).assertNoManifest();
    }
}
