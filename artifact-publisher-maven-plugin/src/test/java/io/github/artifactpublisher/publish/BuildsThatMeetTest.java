package io.github.artifactpublisher.publish;

import static io.github.artifactpublisher.manifest.Builds.build;
import static io.github.artifactpublisher.publish.PublishStage.MAIN;
import static io.github.artifactpublisher.publish.PublishStage.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.artifactpublisher.integrity.IntegrityException;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.testing.HttpHead;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.ScriptedProxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** Builds that meet at one address: whatever comes in between, what is wrong afterwards is mended or named. */
class BuildsThatMeetTest {
    private static final TestOptions IN_PLACE = TestOptions.DEFAULTS;
    private static final TestOptions BY_BUILD = IN_PLACE.in(Layout.BY_BUILD);
    private static final Predicate<HttpHead> MANIFEST = ProxyScript.put("manifest.json");
    private static final KeyPrefix COMMIT = new KeyPrefix("artifacts/acme/app/commits/aaaaaaaa");
    private static final TestOptions ONCE = TestOptions.DEFAULTS.once(Set.of(COMMIT));
    private static final ProxyAction DENIED =
            ProxyAction.answer(403, Map.of(), "<Error><Code>AccessDenied</Code></Error>");

    private PublishStage stage;

    @BeforeEach
    void start(@TempDir Path folder) {
        stage = new PublishStage(folder);
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    /** The newer manifest is written before the older build checks whether its objects were overwritten. */
    @Test
    void olderSendsAgainOverTheNewerSet() {
        stage.publish(plan(stage.output("a.txt", "before")), build(1), IN_PLACE);
        Output newer = stage.output("newer/a.txt", "newer").named("a.txt");
        Plan older = plan(stage.output("a.txt", "older"));
        AtomicInteger manifests = new AtomicInteger();
        AtomicInteger once = new AtomicInteger();
        ProxyScript between = request -> {
            if (MANIFEST.test(request)) {
                manifests.incrementAndGet();
            }
            if (manifests.get() > 0 && request.path().equals("/builds") && once.incrementAndGet() == 1) {
                stage.publishBeside(stage.server.endpoint(), plan(newer), build(3), IN_PLACE);
            }
            return ProxyAction.pass();
        };
        Throwable failure;
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), between)) {
            failure = catchThrowable(() -> stage.publish(proxy.endpoint(), older, build(2), IN_PLACE));
        }
        assertThat(failure).isNull();
        assertThat(stage.publishedBuild()).isEqualTo("3");
        stage.set().assertWhole();
    }

    /** Without the right to list, each object is looked at by itself. */
    @Test
    void withoutListingAnOlderBuildNamesWhatItHasReplaced() {
        stage.publish(plan(stage.output("a.txt", "before")), build(1), IN_PLACE);
        Output newer = stage.output("newer/a.txt", "newer").named("a.txt");
        Plan older = plan(stage.output("a.txt", "older"));
        AtomicInteger puts = new AtomicInteger();
        ProxyScript between = request -> {
            if (ProxyScript.put("a.txt.gz").test(request) && puts.incrementAndGet() == 1) {
                stage.publishBeside(stage.server.endpoint(), plan(newer), build(3), IN_PLACE);
            }
            return request.path().equals("/builds") ? DENIED : ProxyAction.pass();
        };
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), between)) {
            assertThat(catchThrowable(() -> stage.publish(proxy.endpoint(), older, build(2), IN_PLACE)))
                    .isInstanceOfSatisfying(
                            ConflictException.class, e -> assertThat(e.keys()).containsExactly(MAIN + "a.txt.gz"));
        }
        assertThat(stage.publishedBuild()).isEqualTo("3");
    }

    @Test
    void withoutListingANewerBuildSendsAgainWhatAnOlderOneHasReplaced() {
        Output newer = stage.output("a.txt", "newer");
        AtomicInteger manifests = new AtomicInteger();
        ProxyScript between = request -> {
            if (MANIFEST.test(request) && manifests.incrementAndGet() == 1) {
                stage.server
                        .client()
                        .putObject(
                                put -> put.bucket("builds").key(MAIN + "a.txt.gz"),
                                RequestBody.fromString("of an older"));
            }
            return request.path().equals("/builds") ? DENIED : ProxyAction.pass();
        };
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), between)) {
            stage.publish(proxy.endpoint(), plan(newer), build(3), IN_PLACE);
        }
        stage.set().assertWhole().assertHolds("a.txt", newer.file());
    }

    /** The newer manifest comes after that look, while the older build sends again: it has to name what it replaced. */
    @Test
    void olderSendsAgainOverTheNewerSetInterleaved() throws Exception {
        stage.publish(plan(stage.output("a.txt", "before")), build(1), IN_PLACE);
        Output newer = stage.output("newer/a.txt", "newer").named("a.txt");
        Plan older = plan(stage.output("a.txt", "older"));
        var newerAtManifest = new CountDownLatch(1);
        var olderManifestIsWritten = new CountDownLatch(1);
        var newerDone = new CountDownLatch(1);
        var olderSendsAgain = new CountDownLatch(1);
        AtomicInteger newerManifests = new AtomicInteger();
        ProxyScript forNewer = request -> {
            if (MANIFEST.test(request)) {
                if (newerManifests.incrementAndGet() == 1) {
                    newerAtManifest.countDown();
                    await(olderManifestIsWritten);
                } else {
                    // the older has looked by then
                    await(olderSendsAgain);
                }
            }
            return ProxyAction.pass();
        };
        AtomicInteger olderPuts = new AtomicInteger();
        AtomicInteger olderManifests = new AtomicInteger();
        ProxyScript forOlder = request -> {
            if (MANIFEST.test(request) && olderManifests.incrementAndGet() == 1) {
                // the newer sends over what the older has sent
                await(newerAtManifest);
            }
            if (olderManifests.get() > 0 && request.path().equals("/builds")) {
                olderManifestIsWritten.countDown();
            }
            if (ProxyScript.put("a.txt.gz").test(request) && olderPuts.incrementAndGet() == 2) {
                olderSendsAgain.countDown();
                // the bytes take their time
                await(newerDone);
            }
            return ProxyAction.pass();
        };
        var olderSent = new CountDownLatch(1);
        Throwable[] failure = new Throwable[2];
        try (ScriptedProxy proxyNewer = ScriptedProxy.inFrontOf(stage.server.endpoint(), forNewer);
                ScriptedProxy proxyOlder = ScriptedProxy.inFrontOf(stage.server.endpoint(), request -> {
                    ProxyAction action = forOlder.on(request);
                    if (ProxyScript.put("SHA256SUMS").test(request)) {
                        olderSent.countDown();
                    }
                    return action;
                })) {
            Thread b = new Thread(() -> {
                await(olderSent);
                failure[1] = catchThrowable(
                        () -> stage.publishBeside(proxyNewer.endpoint(), plan(newer), build(3), IN_PLACE));
                newerDone.countDown();
            });
            b.start();
            failure[0] = catchThrowable(() -> stage.publish(proxyOlder.endpoint(), older, build(2), IN_PLACE));
            b.join();
        }
        assertThat(stage.publishedBuild()).isEqualTo("3");
        assertThat(failure[1]).isNull();
        assertThat(failure[0]).isInstanceOfSatisfying(ConflictException.class, replaced -> {
            assertThat(replaced.kind()).isEqualTo(ConflictException.Kind.NEWER_OVERWRITTEN);
            assertThat(replaced.keys()).containsExactly("artifacts/acme/app/main/a.txt.gz");
        });
    }

    /** The newer has sent and not yet written its manifest when the older, which had nothing to send, looks. */
    @Test
    void anUnchangedOlderBuildMendsItsSetAndTheNewerSendsAgain() throws Exception {
        Output same = stage.output("a.txt", "before");
        stage.publish(plan(same), build(1), IN_PLACE);
        Output newer = stage.output("newer/a.txt", "newer").named("a.txt");
        var olderAtManifest = new CountDownLatch(1);
        var newerAtManifest = new CountDownLatch(1);
        var olderDone = new CountDownLatch(1);
        ProxyScript forOlder = request -> {
            if (MANIFEST.test(request)) {
                olderAtManifest.countDown();
                await(newerAtManifest);
            }
            return ProxyAction.pass();
        };
        ProxyScript forNewer = request -> {
            if (MANIFEST.test(request)) {
                newerAtManifest.countDown();
                await(olderDone);
            }
            return ProxyAction.pass();
        };
        Throwable[] failure = new Throwable[1];
        try (ScriptedProxy proxyOlder = ScriptedProxy.inFrontOf(stage.server.endpoint(), forOlder);
                ScriptedProxy proxyNewer = ScriptedProxy.inFrontOf(stage.server.endpoint(), forNewer)) {
            Thread b = new Thread(() -> {
                await(olderAtManifest);
                failure[0] = catchThrowable(
                        () -> stage.publishBeside(proxyNewer.endpoint(), plan(newer), build(3), IN_PLACE));
            });
            b.start();
            assertThat(stage.publish(proxyOlder.endpoint(), plan(same), build(2), IN_PLACE))
                    .hasSize(1);
            assertThat(stage.publishedBuild()).isEqualTo("2");
            stage.set().assertWhole().assertHolds("a.txt", same.file());
            olderDone.countDown();
            b.join();
        }
        assertThat(failure[0]).isNull();
        assertThat(stage.publishedBuild()).isEqualTo("3");
        stage.set().assertWhole().assertHolds("a.txt", newer.file());
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("waited too long");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** SHA256SUMS after contention. */
    @Test
    void sumsAfterContention() {
        stage.publish(plan(stage.output("a.txt", "before")), build(1), BY_BUILD);
        ProxyScript conflict = ProxyScript.always(
                MANIFEST, ProxyAction.answer(409, Map.of(), "<Error><Code>ConditionalRequestConflict</Code></Error>"));
        Plan plan = plan(stage.output("a.txt", "text"));
        Throwable failure;
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), conflict)) {
            failure = catchThrowable(() -> stage.publish(proxy.endpoint(), plan, build(2), BY_BUILD));
        }
        assertThat(failure)
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        e -> assertThat(e.kind()).isEqualTo(ConflictException.Kind.WRITE_REFUSED));
        assertThat(stage.publishedBuild()).isEqualTo("1");
        stage.set().assertWhole();
    }

    /** SHA256SUMS after a manifest that arrives damaged twice. */
    @Test
    void sumsAfterDamagedManifest() {
        stage.publish(plan(stage.output("a.txt", "before")), build(1), BY_BUILD);
        ProxyScript damaged = ProxyScript.always(
                MANIFEST, ProxyAction.answer(400, Map.of(), "<Error><Code>BadDigest</Code></Error>"));
        Plan plan = plan(stage.output("a.txt", "text"));
        Throwable failure;
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), damaged)) {
            Publisher publisher = TestPublisher.to(proxy.endpoint(), new NoListener());
            failure = catchThrowable(() -> publisher.publish(plan, build(2), BY_BUILD.options()));
        }
        assertThat(failure).isInstanceOf(IntegrityException.class);
        assertThat(stage.publishedBuild()).isEqualTo("1");
        stage.set().assertWhole();
    }

    /** The first attempt has written the sums, the second fails while it sends. */
    @Test
    void sumsAfterASecondAttemptThatFails() {
        Output same = stage.output("c.txt", "c");
        stage.publish(plan(same), build(1), BY_BUILD);
        Plan ours = plan(stage.output("a.txt", "ours"), same);
        Plan others = plan(stage.output("b.txt", "others"));
        AtomicInteger sums = new AtomicInteger();
        ProxyScript between = request -> {
            // another build publishes whole, dropping c.txt, just before our list of sums
            if (ProxyScript.put("SHA256SUMS").test(request) && sums.incrementAndGet() == 1) {
                stage.publishBeside(stage.server.endpoint(), others, build(2), BY_BUILD);
            }
            if (sums.get() > 0 && ProxyScript.put("c.txt.gz").test(request)) {
                return DENIED;
            }
            return ProxyAction.pass();
        };
        Throwable failure;
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), between)) {
            failure = catchThrowable(() -> stage.publish(proxy.endpoint(), ours, build(3), BY_BUILD));
        }
        assertThat(failure).isInstanceOf(StoreException.class);
        assertThat(stage.publishedBuild()).isEqualTo("2");
        stage.set().assertWhole();
    }

    /** Credentials without the permission to read do not change the checksum file of a set that is written once. */
    @Test
    void writeOnlyReplacesTheSumsOfACommit() {
        Plan first = Plan.of(TestOptions.targets(COMMIT), TestOptions.PLAN, List.of(stage.output("a.txt", "text")));
        stage.publish(first, build(1), ONCE);
        ProxyScript writeOnly = ProxyScript.always(request -> request.method().equals("GET"), DENIED);
        Throwable failure;
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), writeOnly)) {
            failure = catchThrowable(() -> stage.publish(
                    proxy.endpoint(),
                    Plan.of(TestOptions.targets(COMMIT), TestOptions.PLAN, List.of(stage.output("a.txt", "other"))),
                    build(2),
                    ONCE));
        }
        assertThat(failure)
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        e -> assertThat(e.kind()).isEqualTo(ConflictException.Kind.UNREADABLE_MANIFEST));
        stage.set(COMMIT).assertWhole();
    }

    /** In a bucket whose ETags are new with each write (KMS) the second look compares with the second sending. */
    @Test
    void kmsOneReplacement() {
        AtomicInteger puts = new AtomicInteger();
        AtomicInteger lists = new AtomicInteger();
        ProxyScript kms = request -> {
            if (ProxyScript.put("a.txt.gz").test(request)) {
                String etag = String.format("%032x", 1000 + puts.incrementAndGet());
                return ProxyAction.replaceResponse(
                        200, Map.of("ETag", "\"" + etag + "\"", "x-amz-server-side-encryption", "aws:kms"), "");
            }
            if (request.path().equals("/builds") && request.method().equals("GET")) {
                long size = stage.server
                        .client()
                        .headObject(h -> h.bucket("builds").key(MAIN + "a.txt.gz"))
                        .contentLength();
                String etag = lists.incrementAndGet() == 1
                        ? String.format("%032x", 7)
                        : String.format("%032x", 1000 + puts.get());
                return ProxyAction.answer(
                        200,
                        Map.of("Content-Type", "application/xml"),
                        "<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>" + MAIN
                                + "a.txt.gz</Key><LastModified>2026-01-01T00:00:00Z</LastModified><ETag>&quot;" + etag
                                + "&quot;</ETag><Size>" + size + "</Size></Contents></ListBucketResult>");
            }
            return ProxyAction.pass();
        };
        Throwable failure;
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), kms)) {
            failure = catchThrowable(
                    () -> stage.publish(proxy.endpoint(), plan(stage.output("a.txt", "text")), build(1), IN_PLACE));
        }
        assertThat(failure).isNull();
        assertThat(failure).isNull();
    }

    /** Builds of one number, as two jobs of a matrix are. */
    @Test
    void equalBuildsResendOverEachOther() {
        // the same run of CI (a matrix, or run again): the last one that writes has its set replaced by the one before
        Output second = stage.output("second/a.txt", "second").named("a.txt");
        AtomicInteger manifests = new AtomicInteger();
        AtomicInteger once = new AtomicInteger();
        ProxyScript between = request -> {
            if (MANIFEST.test(request)) {
                manifests.incrementAndGet();
            }
            if (manifests.get() > 0 && request.path().equals("/builds") && once.incrementAndGet() == 1) {
                stage.publishBeside(stage.server.endpoint(), plan(second), build(2), IN_PLACE);
            }
            return ProxyAction.pass();
        };
        Throwable failure;
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), between)) {
            failure = catchThrowable(
                    () -> stage.publish(proxy.endpoint(), plan(stage.output("a.txt", "first")), build(2), IN_PLACE));
        }
        assertThat(failure).isNull();
        stage.set().assertWhole();
    }
}
