package io.github.artifactpublisher.publish;

import static io.github.artifactpublisher.publish.PublishStage.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.ScriptedProxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds of one branch, each in a process of its own, that publish at the same moment, round after round.
 * {@code -Dstress.publishers=20 -Dstress.rounds=200} is the long form.
 */
class ManyPublishersTest {
    private static final int PUBLISHERS = Integer.getInteger("stress.publishers", 5);
    private static final int ROUNDS = Integer.getInteger("stress.rounds", 3);
    private static final KeyPrefix IN_PLACE = new KeyPrefix("artifacts/acme/app/in-place");

    /** Of the smallest file in place: it takes a while to send, and so others come in between. */
    private static final int BYTES_IN_PLACE = 300_000;

    private static PublishStage stage;
    private static ScriptedProxy front;
    private static List<StartedPublisher> publishers = List.of();

    /**
     * How a round has ended.
     *
     * @param answers of the publishers
     * @param newest the number of the newest build, whose publisher is one of them
     * @param ofNewest its answer
     */
    private record Round(List<String> answers, String newest, String ofNewest) {}

    @BeforeAll
    static void start(@TempDir Path folder) {
        stage = new PublishStage(folder);
        front = ScriptedProxy.inFrontOf(stage.server.endpoint(), ProxyScript.conditionalWritesOneAtATime());
        publishers = IntStream.range(0, PUBLISHERS)
                .mapToObj(i -> StartedPublisher.start(front.endpoint(), folder.resolve("publisher-" + i)))
                .toList();
        publishers.forEach(StartedPublisher::ready);
    }

    @AfterAll
    static void stop() {
        publishers.forEach(StartedPublisher::close);
        front.close();
        stage.close();
    }

    /** By build, while a reader follows the manifest. */
    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    void theNewestBuildsSetIsPublishedAndEveryManifestIsTrue() {
        try (ManifestReader reader = ManifestReader.start(stage.server.client(), MAIN.toString())) {
            rounds(Layout.BY_BUILD, MAIN, 1000, round -> {
                assertThat(round.answers())
                        .contains("published")
                        .allMatch(answer -> answer.equals("published") || answer.equals("left"));
                assertThat(round.ofNewest()).as("build %s", round.newest()).isEqualTo("published");
                assertThat(stage.publishedBuild()).isEqualTo(round.newest());
                assertThat(sums(MAIN)).isEqualTo(expectedSums(MAIN));
            });
            reader.read();
            tell("by build", reader.seen() + " manifests read with all their objects", reader.violations());
            assertThat(reader.violations()).isEmpty();
        }
    }

    /** In place a set may be mixed while builds publish; when all have ended, it is whole, or one of them says so. */
    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    void inPlaceTheNewestBuildsSetIsCompleteOrABuildFailsAndNamesTheMissingObjects() {
        ManifestReader reader = new ManifestReader(stage.server.client(), IN_PLACE.toString());
        List<String> violations = new ArrayList<>();
        List<String> named = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        rounds(Layout.IN_PLACE, IN_PLACE, BYTES_IN_PLACE, round -> {
            List<String> wrong = new ArrayList<>();
            reader.wrong()
                    .forEach(object -> (isNamed(object.key(), round.answers()) ? named : wrong).add(object.toString()));
            if (!stage.publishedBuild(IN_PLACE).equals(round.newest())) {
                wrong.add("not the newest build's manifest");
            }
            if (!sums(IN_PLACE).equals(expectedSums(IN_PLACE))) {
                wrong.add("not the manifest's SHA256SUMS");
            }
            round.answers().stream()
                    .filter(answer -> answer.startsWith("failed"))
                    .peek(failed::add)
                    .filter(answer -> !answer.contains(ConflictException.Kind.OVERWRITTEN.name()))
                    .forEach(wrong::add);
            if (!wrong.isEmpty()) {
                violations.add("build " + round.newest() + ": " + wrong + " after " + round.answers());
            }
        });
        tell(
                "in place",
                failed.size() + " builds failed since objects were replaced, " + named.size()
                        + " objects are wrong and were named by one of them",
                violations);
        assertThat(violations).isEmpty();
    }

    private static boolean isNamed(String key, List<String> answers) {
        return answers.stream().anyMatch(answer -> answer.startsWith("failed") && answer.contains(key));
    }

    private static void tell(String layout, String what, List<String> violations) {
        System.out.println(PUBLISHERS + " publishers at once, " + layout + ", " + ROUNDS + " rounds: " + what + ", "
                + violations.size() + " violations");
    }

    private static void rounds(Layout layout, KeyPrefix prefix, int bytes, Consumer<Round> check) {
        Random random = new Random(5);
        for (int round = 1; round <= ROUNDS; round++) {
            List<Integer> places =
                    new ArrayList<>(IntStream.rangeClosed(1, PUBLISHERS).boxed().toList());
            Collections.shuffle(places, random);
            for (int i = 0; i < PUBLISHERS; i++) {
                publishers.get(i).publish(layout, prefix, round * 1000L + places.get(i), bytes);
            }
            List<String> answers =
                    publishers.stream().map(StartedPublisher::answer).toList();
            check.accept(new Round(
                    answers, Long.toString(round * 1000L + PUBLISHERS), answers.get(places.indexOf(PUBLISHERS))));
            if (round % 10 == 0) {
                System.out.println(round + " rounds of " + ROUNDS);
            }
        }
    }

    /** The lines of the published {@code SHA256SUMS}. */
    private static List<String> sums(KeyPrefix prefix) {
        return stage.server
                .client()
                .getObjectAsBytes(get -> get.bucket("builds").key(prefix + "SHA256SUMS"))
                .asUtf8String()
                .lines()
                .toList();
    }

    /** The same by the manifest. */
    private static List<String> expectedSums(KeyPrefix prefix) {
        return stage.set(prefix).manifest().getAsJsonArray("objects").asList().stream()
                .map(entry -> entry.getAsJsonObject())
                .map(object -> object.getAsJsonObject("stored").get("sha256").getAsString() + "  "
                        + object.get("key")
                                .getAsString()
                                .substring(prefix.toString().length()))
                .toList();
    }
}
