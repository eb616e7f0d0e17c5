package io.github.artifactpublisher.publish;

import static io.github.artifactpublisher.manifest.Builds.build;
import static io.github.artifactpublisher.publish.PublishStage.MAIN;
import static io.github.artifactpublisher.publish.PublishStage.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.concurrent.InterruptedOperationException;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.testing.HttpHead;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.ScriptedProxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** In place, an older build has replaced an object of a newer set, and waits for the newer build to put it right. */
@Timeout(120)
class MendingAwaitedTest {
    private static final TestOptions IN_PLACE = TestOptions.DEFAULTS;
    private static final Predicate<HttpHead> MANIFEST = ProxyScript.put("manifest.json");
    private static final String KEY = MAIN + "a.txt.gz";
    private static final Notice AWAITED = new Notice.MendingAwaited("s3://builds/" + MAIN, "GitHub Actions 3", 1);
    private static final Notice LEFT =
            new Notice.NewerStands("s3://builds/" + MAIN, "GitHub Actions 3", "GitHub Actions 2");

    private final List<Duration> looks = new ArrayList<>();
    private PublishStage stage;
    private Output newer;

    @BeforeEach
    void start(@TempDir Path folder) {
        stage = new PublishStage(folder);
        stage.publish(plan(stage.output("a.txt", "before")), build(1), IN_PLACE);
        newer = stage.output("newer/a.txt", "newer").named("a.txt");
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    /** The newer build has written its manifest, and looks after its objects between two looks of the older. */
    @Test
    void whatTheNewerBuildPutsRightIsNoFailure() {
        CountDownLatch newerIsPublished = new CountDownLatch(1);
        CountDownLatch olderHasLooked = new CountDownLatch(1);
        AtomicInteger manifests = new AtomicInteger();
        ProxyScript heldAfterItsManifest = request -> {
            if (MANIFEST.test(request)) {
                manifests.incrementAndGet();
            } else if (manifests.get() > 0 && request.path().equals("/builds")) {
                newerIsPublished.countDown();
                await(olderHasLooked);
            }
            return ProxyAction.pass();
        };
        CompletableFuture<?> newerBuild;
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), heldAfterItsManifest)) {
            CompletableFuture<Void> begun = new CompletableFuture<>();
            newerBuild =
                    begun.thenRunAsync(() -> stage.publishBeside(proxy.endpoint(), plan(newer), build(3), IN_PLACE));
            stage.waiting(look -> {
                looks.add(look);
                olderHasLooked.countDown();
                newerBuild.join();
            });
            publishOlder(() -> {
                begun.complete(null);
                await(newerIsPublished);
            });
        }

        assertThat(looks).containsExactly(SuperfluousAttempt.PAUSE);
        assertThat(stage.notices)
                .containsSubsequence(AWAITED, LEFT)
                .containsOnlyOnce(AWAITED)
                .contains(new Notice.SentOverAgain("s3://builds/" + MAIN, 1));
        assertThat(stage.publishedBuild()).isEqualTo("3");
        stage.set().assertWhole().assertHolds("a.txt", newer.file());
    }

    /** The newer build has ended, or was killed. */
    @Test
    void whatStaysReplacedFailsAfterTwoMinutesAndIsNamed() {
        stage.waiting(looks::add);

        assertThatThrownBy(() -> publishOlder(() -> publishNewer(3)))
                .isInstanceOfSatisfying(ConflictException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ConflictException.Kind.NEWER_OVERWRITTEN);
                    assertThat(e.keys()).containsExactly(KEY);
                });

        assertThat(looks).hasSize(30).containsOnly(Duration.ofSeconds(4));
        assertThat(stage.notices).containsOnlyOnce(AWAITED).doesNotContain(LEFT);
        assertThat(stage.publishedBuild()).isEqualTo("3");
    }

    /** The build whose object was replaced mends nothing, and one that comes then has it right. */
    @Test
    void anEvenNewerSetIsTheJudge() {
        Output newest = stage.output("newest/a.txt", "newest").named("a.txt");
        stage.waiting(look -> {
            looks.add(look);
            stage.publishBeside(stage.server.endpoint(), plan(newest), build(4), IN_PLACE);
        });

        publishOlder(() -> publishNewer(3));

        assertThat(looks).containsExactly(SuperfluousAttempt.PAUSE);
        assertThat(stage.publishedBuild()).isEqualTo("4");
        stage.set().assertWhole().assertHolds("a.txt", newest.file());
    }

    @Test
    void whatAnEvenNewerSetDoesNotNameIsNoMatter() {
        Output other = stage.output("b.txt", "other");
        stage.waiting(look -> {
            looks.add(look);
            stage.publishBeside(stage.server.endpoint(), plan(other), build(4), IN_PLACE);
        });

        publishOlder(() -> publishNewer(3));

        assertThat(looks).containsExactly(SuperfluousAttempt.PAUSE);
        assertThat(stage.publishedBuild()).isEqualTo("4");
        stage.set().assertWhole();
    }

    @Test
    void anInterruptionEndsTheWait() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        stage.waiting(look -> {
            waiting.countDown();
            new CountDownLatch(1).await();
        });
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread older = new Thread(() -> {
            try {
                publishOlder(() -> publishNewer(3));
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

    /** Publishes build 2; just before its object is written, something happens. */
    private void publishOlder(Runnable before) {
        AtomicInteger puts = new AtomicInteger();
        ProxyScript between = request -> {
            if (ProxyScript.put("a.txt.gz").test(request) && puts.incrementAndGet() == 1) {
                before.run();
            }
            return ProxyAction.pass();
        };
        Plan older = plan(stage.output("a.txt", "older"));
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), between)) {
            assertThat(stage.publish(proxy.endpoint(), older, build(2), IN_PLACE))
                    .isEmpty();
        }
    }

    private void publishNewer(long number) {
        stage.publishBeside(stage.server.endpoint(), plan(newer), build(number), IN_PLACE);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
