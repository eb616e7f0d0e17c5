package io.github.artifactpublisher.publish;

import static io.github.artifactpublisher.publish.PublishStage.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.ScriptedProxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds of one branch, each in a process of its own, that publish at the same moment, round after round, in the layout
 * by-build, while a reader follows the manifest. {@code -Dstress.publishers=20 -Dstress.rounds=200} is the long form.
 */
class ManyPublishersTest {
    private static final int PUBLISHERS = Integer.getInteger("stress.publishers", 5);
    private static final int ROUNDS = Integer.getInteger("stress.rounds", 4);

    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    void theNewestBuildsSetStandsAndEveryManifestIsTrue(@TempDir Path folder) throws Exception {
        try (PublishStage stage = new PublishStage(folder);
                ScriptedProxy front =
                        ScriptedProxy.inFrontOf(stage.server.endpoint(), ProxyScript.conditionalWritesOneAtATime());
                ManifestReader reader = ManifestReader.start(stage.server.client(), MAIN.toString())) {
            List<StartedPublisher> publishers = IntStream.range(0, PUBLISHERS)
                    .mapToObj(i -> StartedPublisher.start(front.endpoint(), folder.resolve("publisher-" + i)))
                    .toList();
            try {
                publishers.forEach(StartedPublisher::ready);
                rounds(stage, publishers, reader);
            } finally {
                publishers.forEach(StartedPublisher::close);
            }
            reader.read();
            tell(ROUNDS, reader);
            assertThat(reader.violations()).isEmpty();
        }
    }

    private static void tell(int rounds, ManifestReader reader) {
        System.out.println(PUBLISHERS + " publishers at once, " + rounds + " rounds: " + reader.seen()
                + " manifests read with all their objects, "
                + reader.violations().size() + " violations");
    }

    private static void rounds(PublishStage stage, List<StartedPublisher> publishers, ManifestReader reader) {
        Random random = new Random(5);
        for (int round = 1; round <= ROUNDS; round++) {
            List<Integer> places = new ArrayList<>(
                    IntStream.rangeClosed(1, publishers.size()).boxed().toList());
            Collections.shuffle(places, random);
            for (int i = 0; i < publishers.size(); i++) {
                publishers.get(i).publish(Layout.BY_BUILD, MAIN, round * 1000L + places.get(i));
            }
            List<String> answers =
                    publishers.stream().map(StartedPublisher::answer).toList();

            assertThat(answers)
                    .as("round %s", round)
                    .contains("published")
                    .allMatch(answer -> answer.equals("published") || answer.equals("left"));
            assertThat(answers.get(places.indexOf(publishers.size())))
                    .as("the newest build of round %s", round)
                    .isEqualTo("published");
            assertThat(stage.standing()).isEqualTo(Long.toString(round * 1000L + publishers.size()));
            assertSums(stage);
            if (round % 10 == 0) {
                tell(round, reader);
            }
        }
    }

    /** {@code SHA256SUMS} is that of the manifest, too, when all have ended. */
    private static void assertSums(PublishStage stage) {
        String sums = stage.server
                .client()
                .getObjectAsBytes(get -> get.bucket("builds").key(MAIN + "SHA256SUMS"))
                .asUtf8String();
        List<String> expected = stage.set().manifest().getAsJsonArray("objects").asList().stream()
                .map(entry -> entry.getAsJsonObject())
                .map(object -> object.getAsJsonObject("stored").get("sha256").getAsString() + "  "
                        + object.get("key")
                                .getAsString()
                                .substring(MAIN.toString().length()))
                .toList();
        assertThat(sums.lines()).containsExactlyElementsOf(expected);
    }
}
