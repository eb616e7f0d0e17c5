package io.github.artifactpublisher.publish;

import static io.github.artifactpublisher.manifest.Builds.build;
import static io.github.artifactpublisher.publish.PublishStage.MAIN;
import static io.github.artifactpublisher.publish.PublishStage.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.manifest.ManifestException;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.ScriptedProxy;
import io.github.artifactpublisher.testing.TestAttributes;
import io.github.artifactpublisher.transfer.PublishedObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;

/** A file is uploaded only if its content, its storage attributes or the existing object has changed. */
class UnchangedTest {
    private static final TestOptions IN_PLACE = TestOptions.DEFAULTS;
    private static final ProxyAction DENIED = ProxyAction.error(403, "AccessDenied");

    private PublishStage stage;

    @BeforeEach
    void start(@TempDir Path folder) {
        stage = new PublishStage(folder);
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void anUnchangedSetOf200FilesIsFourRequests(Layout layout) {
        Output[] files = IntStream.range(0, 200)
                .mapToObj(i -> stage.output("file-" + i + ".txt", "text " + i))
                .toArray(Output[]::new);
        stage.publish(plan(files), build(1), IN_PLACE.in(layout));
        assertThat(stage.sent).hasSize(200);

        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), ProxyScript.passAll())) {
            var sets = stage.publish(proxy.endpoint(), plan(files), build(2), IN_PLACE.in(layout));

            assertThat(proxy.requests())
                    .extracting(request -> request.method() + " " + request.path())
                    .as("manifest, listing, manifest, and whether others have replaced what it names")
                    .containsExactly(
                            "GET /builds/" + MAIN + "manifest.json",
                            "GET /builds",
                            "PUT /builds/" + MAIN + "manifest.json",
                            layout == Layout.IN_PLACE ? "GET /builds" : "GET /builds/" + MAIN + "SHA256SUMS");
            assertThat(sets.get(0).objects()).hasSize(200).allMatch(PublishedObject::unchanged);
        }
        assertThat(stage.sent).as("what was gzipped and sent").isEmpty();
        assertThat(stage.publishedBuild()).isEqualTo("2");
        stage.set().assertComplete();
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void ofManyFilesTheOneThatHasChangedIsSent(Layout layout) {
        Output same = stage.output("same.txt", "same");
        stage.publish(plan(same, stage.output("changed.txt", "old")), build(1), IN_PLACE.in(layout));

        stage.publish(plan(same, stage.output("changed.txt", "new")), build(2), IN_PLACE.in(layout));

        assertThat(stage.sentNames()).containsExactly("changed.txt.gz");
        stage.set()
                .assertWhole()
                .assertHolds("changed.txt", stage.output("changed.txt", "new").file());
    }

    @Test
    void aFileWithOtherStorageSettingsIsUploaded() {
        Output file = stage.output("a.txt", "text");
        stage.publish(plan(file), build(1), IN_PLACE);

        stage.publish(
                plan(file.with(TestAttributes.cacheControl("no-cache").orElse(file.attributes()))), build(2), IN_PLACE);
        assertThat(stage.sentNames()).containsExactly("a.txt.gz");

        stage.publish(plan(file.with(TestAttributes.level(9).orElse(file.attributes()))), build(3), IN_PLACE);
        assertThat(stage.sentNames()).containsExactly("a.txt.gz");

        TestOptions encrypted = IN_PLACE.kept("kept in another way");
        stage.publish(plan(file.with(TestAttributes.level(9).orElse(file.attributes()))), build(4), encrypted);
        assertThat(stage.sentNames()).containsExactly("a.txt.gz");
    }

    @Test
    void anObjectThatIsGoneOrIsAnotherIsSentAgain() {
        Output gone = stage.output("gone.txt", "gone");
        Output other = stage.output("other.txt", "other");
        Output same = stage.output("same.txt", "same");
        stage.publish(plan(gone, other, same), build(1), IN_PLACE);
        stage.server.client().deleteObject(delete -> delete.bucket("builds").key(MAIN + "gone.txt.gz"));
        stage.server
                .client()
                .putObject(put -> put.bucket("builds").key(MAIN + "other.txt.gz"), RequestBody.fromString("stranger"));

        stage.publish(plan(gone, other, same), build(2), IN_PLACE);

        assertThat(stage.sentNames()).containsExactly("gone.txt.gz", "other.txt.gz");
        stage.set().assertComplete();
    }

    /** Other programs that write manifests may write null for an unknown value. */
    @Test
    void aManifestWithNullsIsRead() {
        Output file = stage.output("a.txt", "text");
        stage.publish(plan(file), build(1), IN_PLACE);
        JsonObject manifest = stage.set().manifest();
        manifest.add("tag", JsonNull.INSTANCE);
        manifest.getAsJsonObject("tools").add("maven", JsonNull.INSTANCE);
        manifest.getAsJsonObject("tools").add("artifact-publisher", JsonNull.INSTANCE);
        manifest.getAsJsonObject("ci").add("server", JsonNull.INSTANCE);
        String text = new GsonBuilder().serializeNulls().create().toJson(manifest);
        stage.server
                .client()
                .putObject(put -> put.bucket("builds").key(MAIN + "manifest.json"), RequestBody.fromString(text));

        stage.publish(plan(file), build(2), IN_PLACE);

        assertThat(stage.sent).isEmpty();
        assertThat(stage.publishedBuild()).isEqualTo("2");
    }

    @Test
    void forceSendsAll() {
        Output file = stage.output("a.txt", "text");
        stage.publish(plan(file), build(1), IN_PLACE);

        stage.publish(plan(file), build(2), IN_PLACE.forced());

        assertThat(stage.sentNames()).containsExactly("a.txt.gz");
    }

    @Test
    void eachTargetGetsItsMissingObjects() {
        KeyPrefix other = new KeyPrefix("artifacts/acme/app/other");
        Output one = stage.output("one.txt", "one");
        Output two = stage.output("two.txt", "two");
        stage.publish(plan(one), build(1), IN_PLACE);

        Plan both = Plan.of(TestOptions.targets(MAIN, other), TestOptions.PLAN, List.of(one, two));
        stage.publish(both, build(2), IN_PLACE);

        assertThat(stage.sent)
                .extracting(object -> object.key().value())
                .containsExactlyInAnyOrder(other + "one.txt.gz", MAIN + "two.txt.gz", other + "two.txt.gz");
        stage.set().assertComplete();
        stage.set(other).assertComplete();
    }

    /** As another build does that cleans. */
    @Test
    void anObjectDeletedBeforeItIsCopiedIsUploaded() {
        KeyPrefix other = new KeyPrefix("artifacts/acme/app/other");
        Plan both = Plan.of(TestOptions.targets(MAIN, other), TestOptions.PLAN, List.of(stage.output("a.txt", "text")));
        ProxyScript deleting = request -> {
            if (request.header("x-amz-copy-source").isPresent()) {
                stage.server
                        .client()
                        .deleteObject(delete -> delete.bucket("builds").key(MAIN + "a.txt.gz"));
            }
            return ProxyAction.pass();
        };
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), deleting)) {
            stage.publish(proxy.endpoint(), both, build(1), IN_PLACE);
        }

        stage.set().assertComplete();
        stage.set(other).assertComplete();
    }

    @Test
    void uploadsAllFilesIfListingIsDenied() {
        Output file = stage.output("a.txt", "text");
        stage.publish(plan(file), build(1), IN_PLACE);
        ProxyScript noListing = ProxyScript.always(request -> request.path().equals("/builds"), DENIED);

        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), noListing)) {
            stage.publish(proxy.endpoint(), plan(file), build(2), IN_PLACE);
        }

        assertThat(stage.sentNames()).containsExactly("a.txt.gz");
        assertThat(stage.events).contains(new PublishEvent.ListingDenied("s3://builds/" + MAIN));
        stage.set().assertComplete();
    }

    @Test
    void uploadsAllFilesWithoutConditionsIfReadingIsDenied() {
        Output file = stage.output("a.txt", "text");
        stage.publish(plan(file), build(2), IN_PLACE);
        ProxyScript noReading = ProxyScript.always(request -> request.method().equals("GET"), DENIED);

        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), noReading)) {
            stage.publish(proxy.endpoint(), plan(file), build(1), IN_PLACE);

            assertThat(proxy.requests())
                    .filteredOn(request -> request.path().endsWith("manifest.json"))
                    .noneMatch(request -> request.head().header("If-Match").isPresent()
                            || request.head().header("If-None-Match").isPresent());
        }
        assertThat(stage.sentNames()).containsExactly("a.txt.gz");
        assertThat(stage.events).contains(new PublishEvent.ManifestUnreadable("s3://builds/" + MAIN + "manifest.json"));
        stage.set().assertComplete();
    }

    @Test
    void aManifestThatCannotBeUnderstoodIsReplacedOnlyIfThatIsAsked() {
        Output file = stage.output("a.txt", "text");
        List<String> broken = new ArrayList<>(List.of(
                "no JSON",
                "[]",
                "{}",
                "{\"schema\": 2, \"objects\": []}",
                "{\"schema\": 1}",
                "{\"schema\": 1, \"objects\": [{}]}",
                "{\"schema\": 1, \"objects\": [null]}"));
        broken.add("");
        stage.publish(plan(file), build(1), IN_PLACE);
        broken.add(stage.set().manifest().toString().replace("\"stored\":{", "\"stored\":{\"partSize\":0,"));
        for (String text : broken) {
            stage.server
                    .client()
                    .putObject(put -> put.bucket("builds").key(MAIN + "manifest.json"), RequestBody.fromString(text));

            assertThatThrownBy(() -> stage.publish(plan(file), build(1), IN_PLACE))
                    .as(text)
                    .isInstanceOfSatisfying(
                            ManifestException.class,
                            e -> assertThat(e.location()).isEqualTo("s3://builds/" + MAIN + "manifest.json"));
            assertThat(stage.sent).isEmpty();

            stage.publish(plan(file), build(1), IN_PLACE.forced());
            assertThat(stage.events).hasAtLeastOneElementOfType(PublishEvent.InvalidManifestOverwritten.class);
            stage.set().assertComplete();
        }
    }
}
