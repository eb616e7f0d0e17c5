package io.github.artifactpublisher.publish;

import static io.github.artifactpublisher.manifest.Builds.build;
import static io.github.artifactpublisher.publish.PublishStage.MAIN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.publish.AlreadyPublishedException.Difference;
import io.github.artifactpublisher.testing.HttpHead;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.ScriptedProxy;
import io.github.artifactpublisher.testing.TestAttributes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;

/** An address of one commit: the same content again is a success, another is refused, and nothing is replaced. */
class WrittenOnceTest {
    private static final KeyPrefix COMMIT = new KeyPrefix("artifacts/acme/app/commits/aaaaaaaa");
    private static final TestOptions ONCE = TestOptions.DEFAULTS.once(Set.of(COMMIT));

    private PublishStage stage;

    @BeforeEach
    void start(@TempDir Path folder) {
        stage = new PublishStage(folder);
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    private static Plan plan(Output... outputs) {
        return Plan.of(TestOptions.targets(MAIN, COMMIT), TestOptions.PLAN, List.of(outputs));
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void theSameContentAgainIsASuccess(Layout layout) {
        Plan plan = plan(stage.output("a.txt", "text"));
        stage.publish(plan, build(1), ONCE.in(layout));
        Map<String, String> before = stage.set(COMMIT).assertComplete().eTags();

        var sets = stage.publish(plan, build(2), ONCE.in(layout));

        assertThat(sets)
                .singleElement()
                .satisfies(set -> assertThat(set.prefix()).isEqualTo(MAIN));
        assertThat(stage.events)
                .containsExactly(new PublishEvent.IdenticalSetSkipped("s3://builds/" + COMMIT, "GitHub Actions 1"));
        assertThat(stage.set(COMMIT).eTags()).isEqualTo(before);
        assertThat(stage.publishedBuild()).isEqualTo("2");
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void anotherContentIsRefusedAndNothingIsSentAnywhere(Layout layout) {
        Output same = stage.output("same.txt", "same");
        String older = sha256("old");
        stage.publish(
                plan(same, stage.output("a.txt", "old"), stage.output("gone.txt", "gone")), build(1), ONCE.in(layout));
        Map<String, String> commit = stage.set(COMMIT).eTags();
        Map<String, String> main = stage.set().eTags();
        Plan other = plan(same, stage.output("a.txt", "new"), stage.output("more.txt", "more"));

        assertThatThrownBy(() -> stage.publish(other, build(2), ONCE.in(layout).forced()))
                .isInstanceOfSatisfying(AlreadyPublishedException.class, e -> {
                    assertThat(e.address()).isEqualTo("s3://builds/" + COMMIT);
                    assertThat(e.existing()).isEqualTo("GitHub Actions 1");
                    assertThat(e.ours()).isEqualTo("GitHub Actions 2");
                    assertThat(e.differences())
                            .containsExactly(
                                    new Difference("a.txt", older, sha256("new")),
                                    new Difference("more.txt", "no file", sha256("more")),
                                    new Difference("gone.txt", sha256("gone"), "no file"));
                });
        assertThat(stage.set(COMMIT).eTags()).isEqualTo(commit);
        assertThat(stage.set().eTags()).isEqualTo(main);
    }

    @Test
    void theSameToBeStoredInAnotherWayIsAnotherContent() {
        Output file = stage.output("a.txt", "text");
        stage.publish(plan(file), build(1), ONCE);
        Plan other = plan(file.with(TestAttributes.cacheControl("no-cache").orElse(file.attributes())));

        assertThatThrownBy(() -> stage.publish(other, build(2), ONCE))
                .isInstanceOfSatisfying(
                        AlreadyPublishedException.class,
                        e -> assertThat(e.differences())
                                .containsExactly(new Difference(
                                        "a.txt", sha256("text"), "same content, stored in another way")));
    }

    @Test
    void theCommitOfAnOlderBuildIsPublishedAndTheBranchIsLeft() {
        stage.publish(PublishStage.plan(stage.output("a.txt", "newer")), build(2), TestOptions.DEFAULTS);

        var sets = stage.publish(plan(stage.output("a.txt", "older")), build(1), ONCE);

        assertThat(sets)
                .singleElement()
                .satisfies(set -> assertThat(set.prefix()).isEqualTo(COMMIT));
        assertThat(stage.publishedBuild()).isEqualTo("2");
        stage.set(COMMIT).assertComplete();
    }

    @Test
    void objectsOfAKilledRunAreReplaced() {
        stage.server
                .client()
                .putObject(put -> put.bucket("builds").key(COMMIT + "a.txt.gz"), RequestBody.fromString("half"));

        Output file = stage.output("a.txt", "text");
        stage.publish(only(file), build(1), ONCE);

        stage.set(COMMIT).assertWhole().assertHolds("a.txt", file.file());
        assertUsualKeyHolds("a.txt");
        assertThat(stage.events)
                .containsExactly(new PublishEvent.LeftoverObjectsOverwritten("s3://builds/" + COMMIT, 1));
    }

    @Test
    void equalObjectsOfAKilledRunAreKept() {
        Plan plan = only(stage.output("a.txt", "text"));
        stage.publish(plan, build(1), ONCE);
        byte[] bytes = stage.server
                .client()
                .getObjectAsBytes(get -> get.bucket("builds").key(COMMIT + "a.txt.gz"))
                .asByteArray();
        stage.server.client().deleteObject(delete -> delete.bucket("builds").key(COMMIT + "manifest.json"));
        stage.server
                .client()
                .putObject(
                        put -> put.bucket("builds").key(COMMIT + "a.txt.gz").contentType("text/of-older-settings"),
                        RequestBody.fromBytes(bytes));

        stage.publish(plan, build(2), ONCE);

        stage.set(COMMIT).assertComplete();
        assertThat(stage.events).isEmpty();
    }

    @Test
    void aLargeObjectOfAKilledRunIsReplaced() {
        stage.server
                .client()
                .putObject(put -> put.bucket("builds").key(COMMIT + "large.txt.gz"), RequestBody.fromString("half"));
        Random random = new Random(7);
        String text = random.ints(24 << 20, ' ', ' ' + 64)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        stage.publish(only(stage.output("large.txt", text)), build(1), ONCE);

        assertThat(stage.set(COMMIT)
                        .object("large.txt")
                        .getAsJsonObject("stored")
                        .has("partSize"))
                .as("sent in parts")
                .isTrue();
        stage.set(COMMIT).assertWhole();
        assertUsualKeyHolds("large.txt");
    }

    /** The other's set comes, whole, before the first object of this one. */
    @Test
    void aBuildThatComesLateOverwritesNothingOfThePublishedSet() {
        Output ours = stage.output("a.txt", "ours");
        Output others = stage.output("other/a.txt", "another's").named("a.txt");
        publishWhileAnotherComes(ProxyScript.put("a.txt.gz"), ours, others);

        stage.set(COMMIT).assertWhole().assertHolds("a.txt", others.file());
        assertThat(stage.set(COMMIT).object("a.txt").get("key").getAsString()).isEqualTo(COMMIT + "a.txt.gz");
    }

    /** This build uploads its object first; the other build publishes a complete set before this build's manifest. */
    @Test
    void theManifestMatchesTheObjectsOfTheBuildThatWroteIt() {
        Output ours = stage.output("a.txt", "ours");
        Output others = stage.output("other/a.txt", "another's").named("a.txt");
        publishWhileAnotherComes(ProxyScript.put("manifest.json"), ours, others);

        stage.set(COMMIT).assertWhole().assertHolds("a.txt", others.file());
        assertUsualKeyHolds("a.txt");
        assertThat(stage.events).contains(new PublishEvent.LeftoverObjectsOverwritten("s3://builds/" + COMMIT, 1));
    }

    private void publishWhileAnotherComes(Predicate<HttpHead> moment, Output ours, Output others) {
        AtomicInteger times = new AtomicInteger();
        ProxyScript between = request -> {
            if (moment.test(request) && times.incrementAndGet() == 1) {
                stage.publishBeside(stage.server.endpoint(), only(others), build(2), ONCE);
            }
            return ProxyAction.pass();
        };
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), between)) {
            assertThatThrownBy(() -> stage.publish(proxy.endpoint(), only(ours), build(1), ONCE))
                    .isInstanceOfSatisfying(
                            AlreadyPublishedException.class,
                            e -> assertThat(e.existing()).isEqualTo("GitHub Actions 2"));
        }
    }

    @Test
    void aStoreWithoutConditionsIsPublishedToAllTheSame() {
        ProxyScript refusing = ProxyScript.always(
                request -> request.header("If-None-Match").isPresent()
                        || request.header("If-Match").isPresent(),
                ProxyAction.error(501, "NotImplemented"));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), refusing)) {
            stage.publish(proxy.endpoint(), only(stage.output("a.txt", "text")), build(1), ONCE);
        }

        stage.set(COMMIT).assertComplete();
        assertThat(stage.events).containsExactly(new PublishEvent.PreconditionsIgnored("s3://builds/" + COMMIT));
    }

    private static Plan only(Output output) {
        return Plan.of(TestOptions.targets(COMMIT), TestOptions.PLAN, List.of(output));
    }

    /** People fetch by this key, whichever the manifest names. */
    private void assertUsualKeyHolds(String name) {
        String sha256 = stage.set(COMMIT)
                .object(name)
                .getAsJsonObject("stored")
                .get("sha256")
                .getAsString();
        byte[] bytes = stage.server
                .client()
                .getObjectAsBytes(get -> get.bucket("builds").key(COMMIT + name + ".gz"))
                .asByteArray();
        assertThat(Digests.of(bytes).sha256().hex()).isEqualTo(sha256);
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void ofTwoAtOnceOneWritesIt(Layout layout) {
        Plan plan = Plan.of(TestOptions.targets(COMMIT), TestOptions.PLAN, List.of(stage.output("a.txt", "text")));
        AtomicInteger manifests = new AtomicInteger();
        ProxyScript between = request -> {
            if (ProxyScript.put("manifest.json").test(request) && manifests.incrementAndGet() == 1) {
                stage.publishBeside(stage.server.endpoint(), plan, build(2), ONCE.in(layout));
            }
            return ProxyAction.pass();
        };
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), between)) {
            assertThat(stage.publish(proxy.endpoint(), plan, build(1), ONCE.in(layout)))
                    .isEmpty();

            assertThat(proxy.requests().stream()
                            .filter(request -> ProxyScript.put("manifest.json").test(request.head())))
                    .allSatisfy(request ->
                            assertThat(request.head().header("If-None-Match")).contains("*"));
        }
        assertThat(stage.events)
                .contains(new PublishEvent.IdenticalSetSkipped("s3://builds/" + COMMIT, "GitHub Actions 2"));
        stage.set(COMMIT).assertWhole();
    }

    /** This one's list of sums comes after the other's set is whole. */
    @Test
    void theListOfSumsIsThatOfTheOneThatWroteIt() {
        Plan plan = Plan.of(TestOptions.targets(COMMIT), TestOptions.PLAN, List.of(stage.output("a.txt", "text")));
        AtomicInteger sums = new AtomicInteger();
        ProxyScript before = request -> {
            if (ProxyScript.put("SHA256SUMS").test(request) && sums.incrementAndGet() == 1) {
                stage.publishBeside(stage.server.endpoint(), plan, build(2), ONCE.in(Layout.BY_BUILD));
            }
            return ProxyAction.pass();
        };
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), before)) {
            stage.publish(proxy.endpoint(), plan, build(1), ONCE.in(Layout.BY_BUILD));
        }

        stage.set(COMMIT).assertWhole();
    }

    private static String sha256(String text) {
        return Digests.of(text.getBytes(UTF_8)).sha256().hex();
    }
}
