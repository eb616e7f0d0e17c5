package io.github.artifactpublisher.publish;

import static io.github.artifactpublisher.publish.PublishStage.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.publish.ManifestReader.Wrong;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.ScriptedProxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds that are killed as by {@code kill -9} at a random moment while they publish. {@code -Dstress.kills=100} is the
 * long form.
 */
class KilledTest {
    private static final int KILLS = Integer.getInteger("stress.kills", 4);

    /** Of the smallest file. */
    private static final int BYTES_BY_BUILD = 1000;

    /** Sending takes its time: so most builds are killed while they replace objects. */
    private static final int BYTES_IN_PLACE = 200_000;

    /** By build the set stays whole throughout, and the next build succeeds whatever the killed one has left. */
    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void byBuildAReaderNeverSeesAMixedSet(@TempDir Path folder) throws Exception {
        try (PublishStage stage = new PublishStage(folder);
                ScriptedProxy front =
                        ScriptedProxy.inFrontOf(stage.server.endpoint(), ProxyScript.conditionalWritesOneAtATime());
                ManifestReader reader = ManifestReader.start(stage.server.client(), MAIN.toString())) {
            int published = kills(stage, front, folder, Layout.BY_BUILD, BYTES_BY_BUILD, () -> {});
            reader.read();
            System.out.println(
                    KILLS + " builds killed by build, " + published + " of them after their manifest was written: "
                            + reader.seen() + " manifests read with all their objects, "
                            + reader.violations().size() + " violations");
            assertThat(reader.violations()).isEmpty();
        }
    }

    /** In place the manifest's hashes tell what the killed build has replaced; the next makes the set whole again. */
    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void inPlaceTheNextBuildCompletesTheSet(@TempDir Path folder) throws Exception {
        try (PublishStage stage = new PublishStage(folder);
                ScriptedProxy front =
                        ScriptedProxy.inFrontOf(stage.server.endpoint(), ProxyScript.conditionalWritesOneAtATime())) {
            ManifestReader reader = new ManifestReader(stage.server.client(), MAIN.toString());
            List<List<Wrong>> left = new ArrayList<>();
            int published =
                    kills(stage, front, folder, Layout.IN_PLACE, BYTES_IN_PLACE, () -> left.add(reader.wrong()));
            List<Wrong> gone =
                    left.stream().flatMap(List::stream).filter(Wrong::isGone).toList();
            System.out.println(
                    KILLS + " builds killed in place, " + published + " of them after their manifest was written and "
                            + left.stream().filter(wrong -> !wrong.isEmpty()).count()
                            + " when they had replaced objects without it; each time the next build has made the set whole; "
                            + gone.size() + " objects were gone in between");
            assertThat(gone).isEmpty();
        }
    }

    /**
     * Each process publishes two builds to their end, the second of which shows how long it takes, and is killed while
     * it publishes a third.
     *
     * @param look is done after each kill
     * @return how many builds had written their manifest before they were killed
     */
    private static int kills(
            PublishStage stage, ScriptedProxy front, Path folder, Layout layout, int bytes, Runnable look)
            throws Exception {
        Random random = new Random(5);
        int published = 0;
        StartedPublisher next = StartedPublisher.start(front.endpoint(), folder.resolve("publisher-0"));
        try {
            for (int kill = 1; kill <= KILLS; kill++) {
                StartedPublisher killed = next.ready();
                publishWhole(stage, killed, layout, 3L * kill, bytes);
                long micros = publishWhole(stage, killed, layout, 3L * kill + 1, bytes);
                // The next process gets ready meanwhile.
                next = StartedPublisher.start(front.endpoint(), folder.resolve("publisher-" + kill));
                killed.publish(layout, MAIN, 3L * kill + 2, bytes);
                killed.killAfter(random.nextLong(micros));
                look.run();
                published += stage.publishedBuild().equals(Long.toString(3L * kill + 2)) ? 1 : 0;
            }
            publishWhole(stage, next.ready(), layout, 3L * KILLS + 3, bytes);
        } finally {
            next.close();
        }
        return published;
    }

    /** How many microseconds it took. */
    private static long publishWhole(
            PublishStage stage, StartedPublisher process, Layout layout, long number, int bytes) {
        long begin = System.nanoTime();
        process.publish(layout, MAIN, number, bytes);
        assertThat(process.answer()).as("build %s", number).isEqualTo("published");
        long micros = (System.nanoTime() - begin) / 1000;
        assertThat(stage.publishedBuild()).isEqualTo(Long.toString(number));
        stage.set().assertWhole();
        return micros;
    }
}
