package io.github.artifactpublisher.publish;

import static io.github.artifactpublisher.publish.PublishStage.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.ScriptedProxy;
import java.nio.file.Path;
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

    /** By build the set stays whole throughout, and the next build succeeds whatever the killed one has left. */
    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void byBuildAReaderNeverSeesAMixedSet(@TempDir Path folder) throws Exception {
        try (PublishStage stage = new PublishStage(folder);
                ScriptedProxy front =
                        ScriptedProxy.inFrontOf(stage.server.endpoint(), ProxyScript.conditionalWritesOneAtATime());
                ManifestReader reader = ManifestReader.start(stage.server.client(), MAIN.toString())) {
            int published = kills(stage, front, folder, Layout.BY_BUILD, MAIN);
            reader.read();
            System.out.println(KILLS + " builds killed, " + published + " of them when their manifest stood: "
                    + reader.seen() + " manifests read with all their objects, "
                    + reader.violations().size() + " violations");
            assertThat(reader.violations()).isEmpty();
        }
    }

    /** In place the next build makes the set whole again. */
    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void inPlaceTheNextBuildCompletesTheSet(@TempDir Path folder) throws Exception {
        try (PublishStage stage = new PublishStage(folder);
                ScriptedProxy front =
                        ScriptedProxy.inFrontOf(stage.server.endpoint(), ProxyScript.conditionalWritesOneAtATime())) {
            kills(stage, front, folder, Layout.IN_PLACE, MAIN);
        }
    }

    /**
     * Each process publishes two builds to their end, the second of which shows how long it takes, and is killed while
     * it publishes a third.
     *
     * @return how many builds had written their manifest before they were killed
     */
    private static int kills(PublishStage stage, ScriptedProxy front, Path folder, Layout layout, KeyPrefix prefix)
            throws Exception {
        Random random = new Random(5);
        int published = 0;
        StartedPublisher next = StartedPublisher.start(front.endpoint(), folder.resolve("publisher-0"));
        try {
            for (int kill = 1; kill <= KILLS; kill++) {
                StartedPublisher killed = next.ready();
                publishWhole(stage, killed, layout, prefix, 3L * kill);
                long micros = publishWhole(stage, killed, layout, prefix, 3L * kill + 1);
                // The next process gets ready meanwhile.
                next = StartedPublisher.start(front.endpoint(), folder.resolve("publisher-" + kill));
                killed.publish(layout, prefix, 3L * kill + 2);
                killed.killAfter(random.nextLong(micros));
                published += stage.standing().equals(Long.toString(3L * kill + 2)) ? 1 : 0;
            }
            publishWhole(stage, next.ready(), layout, prefix, 3L * KILLS + 3);
        } finally {
            next.close();
        }
        return published;
    }

    /** How many microseconds it took. */
    private static long publishWhole(
            PublishStage stage, StartedPublisher process, Layout layout, KeyPrefix prefix, long number) {
        long begin = System.nanoTime();
        process.publish(layout, prefix, number);
        assertThat(process.answer()).as("build %s", number).isEqualTo("published");
        long micros = (System.nanoTime() - begin) / 1000;
        assertThat(stage.standing()).isEqualTo(Long.toString(number));
        stage.set(prefix).assertWhole();
        return micros;
    }
}
