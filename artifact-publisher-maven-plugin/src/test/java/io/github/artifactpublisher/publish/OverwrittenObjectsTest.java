package io.github.artifactpublisher.publish;

import static io.github.artifactpublisher.manifest.Builds.build;
import static io.github.artifactpublisher.publish.PublishStage.ADDRESS;
import static io.github.artifactpublisher.publish.PublishStage.CHECKSUMS;
import static io.github.artifactpublisher.publish.PublishStage.DENIED;
import static io.github.artifactpublisher.publish.PublishStage.LISTING;
import static io.github.artifactpublisher.publish.PublishStage.MAIN;
import static io.github.artifactpublisher.publish.PublishStage.MANIFEST;
import static io.github.artifactpublisher.publish.PublishStage.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.concurrent.InterruptedOperationException;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.publish.ConflictException.Kind;
import io.github.artifactpublisher.testing.HttpHead;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.ScriptedProxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In place, two builds at the same time can overwrite each other's objects: each uploads the objects of its manifest
 * again, and an older build waits until the newer one has done so. Build 1 has published before each test.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class OverwrittenObjectsTest {
    private static final TestOptions IN_PLACE = TestOptions.DEFAULTS;
    private static final Predicate<HttpHead> UPLOAD = ProxyScript.put("a.txt.gz");
    private static final String KEY = MAIN + "a.txt.gz";
    private static final PublishEvent REPAIRED = new PublishEvent.OverwrittenObjectsRestored(ADDRESS, 1);
    private static final PublishEvent WAITING =
            new PublishEvent.RepairAwaited(ADDRESS, "GitHub Actions 3", 1, Duration.ofMinutes(2));
    private static final PublishEvent LEFT =
            new PublishEvent.OlderBuildSkipped(ADDRESS, "GitHub Actions 3", "GitHub Actions 2");

    private final List<Duration> pauses = new ArrayList<>();
    private PublishStage stage;
    private Output before;
    private Output newer;

    @BeforeEach
    void publishFirst(@TempDir Path folder) {
        stage = new PublishStage(folder);
        before = stage.output("a.txt", "before");
        newer = stage.output("newer/a.txt", "newer").named("a.txt");
        stage.publish(plan(before), build(1), IN_PLACE);
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void anObjectThatWasOverwrittenBeforeTheManifestIsUploadedAgain() {
        stage.publish(beforeManifest(this::overwrite), plan(newer), build(2), IN_PLACE);

        assertThat(stage.events).containsExactly(REPAIRED);
        stage.set().assertComplete();
    }

    /** A build that has uploaded nothing checks as well: the other one may have been killed just then. */
    @Test
    void anUnchangedObjectThatWasOverwrittenIsUploadedAgain() {
        stage.publish(beforeManifest(this::overwrite), plan(before), build(2), IN_PLACE);

        assertThat(stage.events).containsExactly(REPAIRED);
        assertThat(stage.publishedBuild()).isEqualTo("2");
        stage.set().assertComplete();
    }

    /** Without the right to list, each object is checked with a HEAD request. */
    @Test
    void withoutListingAnObjectThatWasOverwrittenIsUploadedAgain() {
        stage.publish(
                beforeManifest(this::overwrite).then(ProxyScript.always(LISTING, DENIED)),
                plan(newer),
                build(3),
                IN_PLACE);

        stage.set().assertWhole().assertHolds("a.txt", newer.file());
    }

    @Test
    void anObjectThatIsOverwrittenAgainAndAgainIsAFailure() {
        ProxyScript always = ProxyScript.always(LISTING, request -> {
            overwrite();
            return ProxyAction.pass();
        });

        assertThatThrownBy(() -> stage.publish(always, plan(newer), build(2), IN_PLACE))
                .isInstanceOfSatisfying(ConflictException.class, e -> {
                    assertThat(e.kind()).isEqualTo(Kind.OVERWRITTEN);
                    assertThat(e.keys()).containsExactly(KEY);
                });
        assertThat(stage.sent).hasSize(4);
    }

    /** In a bucket whose ETags are new with each write (KMS), the first listing shows another one. */
    @Test
    void withChangingETagsTheSecondCheckComparesWithTheSecondUpload() {
        AtomicInteger puts = new AtomicInteger();
        AtomicInteger lists = new AtomicInteger();
        ProxyScript kms = ProxyScript.always(UPLOAD, request -> {
                    String etag = String.format("%032x", 1000 + puts.incrementAndGet());
                    return ProxyAction.replaceResponse(
                            200, Map.of("ETag", "\"" + etag + "\"", "x-amz-server-side-encryption", "aws:kms"), "");
                })
                .then(ProxyScript.always(
                        LISTING, request -> listing(lists.incrementAndGet() == 1 ? 7 : 1000 + puts.get())));

        stage.publish(kms, plan(newer), build(2), IN_PLACE);

        assertThat(puts).hasValue(2);
        assertThat(lists).hasValue(2);
    }

    private ProxyAction listing(int etag) {
        long size = stage.server
                .client()
                .headObject(h -> h.bucket("builds").key(KEY))
                .contentLength();
        return ProxyAction.answer(
                200,
                Map.of("Content-Type", "application/xml"),
                "<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>" + KEY
                        + "</Key><LastModified>2026-01-01T00:00:00Z</LastModified><ETag>&quot;"
                        + String.format("%032x", etag)
                        + "&quot;</ETag><Size>" + size + "</Size></Contents></ListBucketResult>");
    }

    /** The newer manifest is written before the older build checks its objects. */
    @Test
    void anOlderBuildLeavesTheObjectsOfANewerManifest() {
        ProxyScript between = beforeCheck(() -> publishNewer(stage.server.endpoint()));

        stage.publish(between, plan(stage.output("a.txt", "older")), build(2), IN_PLACE);

        assertThat(stage.publishedBuild()).isEqualTo("3");
        stage.set().assertWhole();
    }

    /** Two jobs of a matrix have the same build number. */
    @Test
    void aBuildLeavesTheObjectsOfAnEqualBuild() {
        ProxyScript between =
                beforeCheck(() -> stage.publishBeside(stage.server.endpoint(), plan(newer), build(2), IN_PLACE));

        stage.publish(between, plan(stage.output("a.txt", "first")), build(2), IN_PLACE);

        stage.set().assertWhole();
    }

    /** The newer manifest is written after that check, while the older build uploads again. */
    @Test
    void anOlderBuildNamesTheObjectsOfANewerManifestThatItHasOverwritten() {
        var olderUploaded = new CountDownLatch(1);
        var newerAtManifest = new CountDownLatch(1);
        var olderChecks = new CountDownLatch(1);
        var olderUploadsAgain = new CountDownLatch(1);
        var newerEnded = new CountDownLatch(1);
        ProxyScript forNewer = ProxyScript.before(MANIFEST, 1, () -> {
                    newerAtManifest.countDown();
                    await(olderChecks);
                })
                .then(ProxyScript.before(MANIFEST, 2, () -> await(olderUploadsAgain)));
        ProxyScript forOlder = ProxyScript.before(CHECKSUMS, 1, olderUploaded::countDown)
                .then(ProxyScript.before(MANIFEST, 1, () -> await(newerAtManifest)))
                .then(beforeCheck(olderChecks::countDown))
                .then(ProxyScript.before(UPLOAD, 2, () -> {
                    olderUploadsAgain.countDown();
                    await(newerEnded);
                }));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), forNewer)) {
            CompletableFuture<Void> newerBuild = CompletableFuture.runAsync(() -> {
                        await(olderUploaded);
                        publishNewer(proxy.endpoint());
                    })
                    .whenComplete((result, failure) -> newerEnded.countDown());

            assertThatThrownBy(() -> stage.publish(forOlder, plan(stage.output("a.txt", "older")), build(2), IN_PLACE))
                    .isInstanceOfSatisfying(ConflictException.class, e -> {
                        assertThat(e.kind()).isEqualTo(Kind.NEWER_OVERWRITTEN);
                        assertThat(e.keys()).containsExactly(KEY);
                    });
            newerBuild.join();
        }
        assertThat(stage.publishedBuild()).isEqualTo("3");
    }

    /** The newer build has uploaded, and not yet written its manifest, when the older one checks. */
    @Test
    void anUnchangedOlderBuildRepairsItsSetAndTheNewerOneRepairsItsOwn() {
        var olderAtManifest = new CountDownLatch(1);
        var newerAtManifest = new CountDownLatch(1);
        var olderEnded = new CountDownLatch(1);
        ProxyScript forOlder = beforeManifest(() -> {
            olderAtManifest.countDown();
            await(newerAtManifest);
        });
        ProxyScript forNewer = beforeManifest(() -> {
            newerAtManifest.countDown();
            await(olderEnded);
        });
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), forNewer)) {
            CompletableFuture<Void> newerBuild = CompletableFuture.runAsync(() -> {
                await(olderAtManifest);
                publishNewer(proxy.endpoint());
            });

            assertThat(stage.publish(forOlder, plan(before), build(2), IN_PLACE))
                    .hasSize(1);
            assertThat(stage.publishedBuild()).isEqualTo("2");
            stage.set().assertWhole().assertHolds("a.txt", before.file());
            olderEnded.countDown();
            newerBuild.join();
        }
        assertThat(stage.publishedBuild()).isEqualTo("3");
        stage.set().assertWhole().assertHolds("a.txt", newer.file());
    }

    /** The newer build has written its manifest, and repairs its set during the first pause of the older one. */
    @Test
    void anOlderBuildPassesIfTheNewerOneRepairsItsSet() {
        var newerPublished = new CountDownLatch(1);
        var olderWaits = new CountDownLatch(1);
        ProxyScript held = beforeCheck(() -> {
            newerPublished.countDown();
            await(olderWaits);
        });
        CompletableFuture<Void> start = new CompletableFuture<>();
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), held)) {
            CompletableFuture<Void> newerBuild = start.thenRunAsync(() -> publishNewer(proxy.endpoint()));
            stage.waiting(pause -> {
                pauses.add(pause);
                olderWaits.countDown();
                newerBuild.join();
            });
            publishOlder(() -> {
                start.complete(null);
                await(newerPublished);
            });
        }

        assertThat(pauses).containsExactly(NewerBuildRepair.PAUSE);
        assertThat(stage.events)
                .containsSubsequence(WAITING, LEFT)
                .containsOnlyOnce(WAITING)
                .contains(REPAIRED);
        assertThat(stage.publishedBuild()).isEqualTo("3");
        stage.set().assertWhole().assertHolds("a.txt", newer.file());
    }

    /** The newer build has ended, or was killed. Without the right to list, each object is checked by itself. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOlderBuildFailsAfterTwoMinutesIfTheNewerOneRepairsNothing(boolean mayList) {
        stage.waiting(pauses::add);
        ProxyScript listing = mayList ? ProxyScript.passAll() : ProxyScript.always(LISTING, DENIED);

        assertThatThrownBy(() -> publishOlder(() -> publishNewer(stage.server.endpoint()), listing))
                .isInstanceOfSatisfying(ConflictException.class, e -> {
                    assertThat(e.kind()).isEqualTo(Kind.NEWER_OVERWRITTEN);
                    assertThat(e.keys()).containsExactly(KEY);
                });

        assertThat(pauses).hasSize(30).containsOnly(Duration.ofSeconds(4));
        assertThat(stage.events).containsOnlyOnce(WAITING).doesNotContain(LEFT);
        assertThat(stage.publishedBuild()).isEqualTo("3");
    }

    /** The build whose object was overwritten repairs nothing, but an even newer one uploads the object. */
    @Test
    void anEvenNewerSetThatIsCompleteEndsTheWait() {
        Output newest = stage.output("newest/a.txt", "newest").named("a.txt");

        publishOlderWhile(newest);

        stage.set().assertWhole().assertHolds("a.txt", newest.file());
    }

    @Test
    void anEvenNewerSetWithoutTheObjectEndsTheWait() {
        publishOlderWhile(stage.output("b.txt", "other"));

        stage.set().assertWhole();
    }

    private void publishOlderWhile(Output newest) {
        stage.waiting(pause -> {
            pauses.add(pause);
            stage.publishBeside(stage.server.endpoint(), plan(newest), build(4), IN_PLACE);
        });

        publishOlder(() -> publishNewer(stage.server.endpoint()));

        assertThat(pauses).containsExactly(NewerBuildRepair.PAUSE);
        assertThat(stage.publishedBuild()).isEqualTo("4");
    }

    @Test
    void anInterruptionEndsTheWait() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        stage.waiting(pause -> {
            waiting.countDown();
            new CountDownLatch(1).await();
        });
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread older = new Thread(() -> {
            try {
                publishOlder(() -> publishNewer(stage.server.endpoint()));
                thrown.complete(null);
            } catch (RuntimeException e) {
                thrown.complete(Thread.currentThread().isInterrupted() ? e : new AssertionError("not interrupted", e));
            } finally {
                waiting.countDown();
            }
        });
        older.start();
        waiting.await();
        older.interrupt();

        assertThat(thrown.get()).isInstanceOf(InterruptedOperationException.class);
        older.join();
    }

    private static ProxyScript beforeManifest(Runnable action) {
        return ProxyScript.before(MANIFEST, 1, action);
    }

    /** Before the first listing after the manifest. */
    private static ProxyScript beforeCheck(Runnable action) {
        return ProxyScript.before(ProxyScript.after(MANIFEST, LISTING), 1, action);
    }

    private void overwrite() {
        stage.overwrite("a.txt.gz", "another's");
    }

    private void publishNewer(URI endpoint) {
        stage.publishBeside(endpoint, plan(newer), build(3), IN_PLACE);
    }

    private void publishOlder(Runnable beforeUpload) {
        publishOlder(beforeUpload, ProxyScript.passAll());
    }

    /** Publishes build 2, which finds a newer set after its upload. */
    private void publishOlder(Runnable beforeUpload, ProxyScript then) {
        Plan older = plan(stage.output("a.txt", "older"));

        assertThat(stage.publish(ProxyScript.before(UPLOAD, 1, beforeUpload).then(then), older, build(2), IN_PLACE))
                .isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
