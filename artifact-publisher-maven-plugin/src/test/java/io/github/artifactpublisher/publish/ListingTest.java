package io.github.artifactpublisher.publish;

import static io.github.artifactpublisher.manifest.Builds.build;
import static io.github.artifactpublisher.publish.PublishStage.MAIN;
import static io.github.artifactpublisher.publish.PublishStage.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.layout.KeyMode;
import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.plan.PlanOptions;
import io.github.artifactpublisher.store.ListingException;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.ScriptedProxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** Listings of more than a page come to an end, whatever a server does. */
class ListingTest {
    /** A listing of two objects never has so many pages; the server then fails, so that the test ends. */
    private static final int FAR_TOO_MANY = 20;

    private PublishStage stage;

    @BeforeEach
    void start(@TempDir Path folder) {
        stage = new PublishStage(folder);
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void aServerThatIgnoresStartAfterEndsThePublication() {
        Plan plan = plan(stage.output("a.txt", "a"), stage.output("b.txt", "b"));
        stage.publish(plan, build(1), TestOptions.DEFAULTS);

        AtomicInteger pages = new AtomicInteger();
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), theSamePageAgain(pages))) {
            assertThatThrownBy(() -> stage.publish(proxy.endpoint(), plan, build(2), TestOptions.DEFAULTS))
                    .isInstanceOfSatisfying(ListingException.class, e -> {
                        assertThat(e.address()).isEqualTo("s3://builds/" + MAIN);
                        assertThat(e.last()).isEqualTo(MAIN + "a.txt.gz");
                    });
        }
        assertThat(pages).hasValue(2);
        assertThat(stage.publishedBuild()).isEqualTo("1");
    }

    /** Then no object is deleted, and the set is published. */
    @Test
    void cleaningEndsWithSuchAServer() {
        TestOptions cleaning =
                TestOptions.DEFAULTS.in(Layout.BY_BUILD).cleaning().forced();

        AtomicInteger pages = new AtomicInteger();
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), theSamePageAgain(pages))) {
            stage.publish(proxy.endpoint(), plan(stage.output("a.txt", "a")), build(1), cleaning);
        }
        assertThat(pages).hasValue(2);
        assertThat(stage.events)
                .singleElement()
                .isInstanceOfSatisfying(
                        PublishEvent.CleanUpFailed.class,
                        refused -> assertThat(refused.cause()).isInstanceOf(ListingException.class));
        stage.set().assertWhole();
    }

    /** A listing begins just before the file's key, and a thousand others come before it. */
    @Test
    void morePagesThanOneMayLieBetweenTheBeginningOfAKeyAndTheKey() {
        PlanOptions named = new PlanOptions(KeyMode.RAW, true, TestOptions.PLAN.limits());
        Output file = stage.output("part-9", "part");
        Plan plan = Plan.of(TestOptions.targets(MAIN), named, List.of(file));
        stage.publish(plan, build(1), TestOptions.DEFAULTS);
        IntStream.range(1000, 2010)
                .parallel()
                .forEach(i -> stage.server
                        .client()
                        .putObject(
                                put -> put.bucket("builds").key(MAIN + "part-" + i), RequestBody.fromString("other")));

        AtomicInteger pages = new AtomicInteger();
        ProxyScript counting = request -> request.path().equals("/builds") && pages.incrementAndGet() > FAR_TOO_MANY
                ? ProxyAction.error(403, "AccessDenied")
                : ProxyAction.pass();
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), counting)) {
            stage.publish(proxy.endpoint(), plan, build(2), TestOptions.DEFAULTS);
        }
        assertThat(stage.events).isEmpty();
        assertThat(stage.sent).as("of a file that has not changed").isEmpty();
        assertThat(pages).as("two before the manifest and two after it").hasValue(4);
    }

    private static ProxyScript theSamePageAgain(AtomicInteger pages) {
        ProxyAction page = ProxyAction.answer(
                200,
                Map.of("Content-Type", "application/xml"),
                "<ListBucketResult><IsTruncated>true</IsTruncated><Contents><Key>" + MAIN
                        + "a.txt.gz</Key><LastModified>2026-01-01T00:00:00Z</LastModified>"
                        + "<ETag>&quot;0123456789abcdef0123456789abcdef&quot;</ETag><Size>1</Size>"
                        + "</Contents></ListBucketResult>");
        ProxyAction refusal = ProxyAction.error(403, "AccessDenied");
        return request -> {
            if (!request.path().equals("/builds") || !request.method().equals("GET")) {
                return ProxyAction.pass();
            }
            return pages.incrementAndGet() > FAR_TOO_MANY ? refusal : page;
        };
    }
}
