package io.github.artifactpublisher.publish;

import static io.github.artifactpublisher.publish.PublishStage.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.publish.ManifestReader.Wrong;
import io.github.artifactpublisher.testing.HttpHead;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.ScriptedProxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds that are killed as by {@code kill -9} at a random request while they publish. {@code -Dstress.kills=100} is
 * the long form.
 */
class KilledTest {
    private static final int KILLS = Integer.getInteger("stress.kills", 4);
    private static final int BYTES = 1000;

    private final Killer killer = new Killer();

    /** Kills a process before the nth request is forwarded. Counts the requests. */
    private static final class Killer implements ProxyScript {
        private final ProxyScript script = ProxyScript.conditionalWritesOneAtATime();
        private final AtomicInteger requests = new AtomicInteger();
        private volatile int nth;
        private volatile StartedPublisher victim;

        void killAt(int request, StartedPublisher process) {
            victim = process;
            nth = request;
            requests.set(0);
        }

        int countedRequests() {
            return requests.get();
        }

        @Override
        public ProxyAction on(HttpHead request) {
            if (requests.incrementAndGet() == nth) {
                victim.close();
            }
            return script.on(request);
        }
    }

    /** By build the set is complete at all times, and the next build succeeds after a killed one. */
    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void byBuildAReaderNeverSeesAMixedSet(@TempDir Path folder) throws Exception {
        try (PublishStage stage = new PublishStage(folder);
                ScriptedProxy front = ScriptedProxy.inFrontOf(stage.server.endpoint(), killer);
                ManifestReader reader = ManifestReader.start(stage.server.client(), MAIN.toString())) {
            int published = kills(stage, front, folder, Layout.BY_BUILD, () -> {});
            reader.read();
            System.out.println(
                    KILLS + " builds killed by build, " + published + " of them after their manifest was written: "
                            + reader.seen() + " manifests read with all their objects, "
                            + reader.violations().size() + " violations");
            assertThat(reader.violations()).isEmpty();
        }
    }

    /** In place the digests of the manifest show the objects that a killed build has replaced. */
    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void inPlaceTheNextBuildCompletesTheSet(@TempDir Path folder) throws Exception {
        try (PublishStage stage = new PublishStage(folder);
                ScriptedProxy front = ScriptedProxy.inFrontOf(stage.server.endpoint(), killer)) {
            ManifestReader reader = new ManifestReader(stage.server.client(), MAIN.toString());
            List<List<Wrong>> left = new ArrayList<>();
            int published = kills(stage, front, folder, Layout.IN_PLACE, () -> left.add(reader.wrong()));
            List<Wrong> gone =
                    left.stream().flatMap(List::stream).filter(Wrong::isGone).toList();
            System.out.println(
                    KILLS + " builds killed in place, " + published + " of them after their manifest was written and "
                            + left.stream().filter(wrong -> !wrong.isEmpty()).count()
                            + " when they had replaced objects without it; each time the next build has completed the set; "
                            + gone.size() + " objects were gone in between");
            assertThat(gone).isEmpty();
        }
    }

    /**
     * Each process publishes two builds to their end, the second of which shows the number of requests, and is killed
     * at one of them while it publishes a third.
     *
     * @param look runs after each kill
     * @return the number of builds that had written their manifest before they were killed
     */
    private int kills(PublishStage stage, ScriptedProxy front, Path folder, Layout layout, Runnable look) {
        Random random = new Random(5);
        int published = 0;
        StartedPublisher next = StartedPublisher.start(front.endpoint(), folder.resolve("publisher-0"));
        try {
            for (int kill = 1; kill <= KILLS; kill++) {
                StartedPublisher killed = next.ready();
                publishCompletely(stage, killed, layout, 3L * kill);
                int start = killer.countedRequests();
                publishCompletely(stage, killed, layout, 3L * kill + 1);
                killer.killAt(1 + random.nextInt(killer.countedRequests() - start), killed);
                killed.publish(layout, MAIN, 3L * kill + 2, BYTES);
                assertThat(killed.answer()).as("killed while it publishes").isNull();
                look.run();
                published += stage.publishedBuild().equals(Long.toString(3L * kill + 2)) ? 1 : 0;
                next = StartedPublisher.start(front.endpoint(), folder.resolve("publisher-" + kill));
            }
            publishCompletely(stage, next.ready(), layout, 3L * KILLS + 3);
        } finally {
            next.close();
        }
        return published;
    }

    private static void publishCompletely(PublishStage stage, StartedPublisher process, Layout layout, long number) {
        process.publish(layout, MAIN, number, BYTES);
        assertThat(process.answer()).as("build %s", number).isEqualTo("published");
        assertThat(stage.publishedBuild()).isEqualTo(Long.toString(number));
        stage.set().assertWhole();
    }
}
