package io.github.artifactpublisher.publish;

import static io.github.artifactpublisher.manifest.Builds.build;
import static io.github.artifactpublisher.publish.PublishStage.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.outputs.ObjectAttributes;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.testing.TestAttributes;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two files of one name, of which one is gzipped and the other is not, are two objects. */
class SameNameTest {
    private static final KeyPrefix COMMIT = new KeyPrefix("artifacts/acme/app/commits/aaaaaaaa");
    private static final TestOptions ONCE = TestOptions.DEFAULTS.once(Set.of(COMMIT));
    private static final ObjectAttributes PLAIN = TestAttributes.gzip(false);

    private PublishStage stage;
    private Output gzipped;
    private Output plain;

    @BeforeEach
    void start(@TempDir Path folder) {
        stage = new PublishStage(folder);
        gzipped = stage.output("one/a.txt", "the one").named("a.txt");
        plain = stage.output("two/a.txt", "another").named("a.txt").with(PLAIN);
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void unchangedNeitherIsSentAgain(Layout layout) {
        Plan plan = Plan.of(TestOptions.targets(MAIN), TestOptions.PLAN, List.of(gzipped, plain));
        stage.publish(plan, build(1), TestOptions.DEFAULTS.in(layout));
        assertThat(stage.sentNames()).containsExactly("a.txt", "a.txt.gz");

        stage.publish(plan, build(2), TestOptions.DEFAULTS.in(layout));

        assertThat(stage.sent).isEmpty();
        stage.set().assertComplete();
    }

    @Test
    void theSameSetAtAnAddressThatIsWrittenOnceIsASuccess() {
        Plan plan = Plan.of(TestOptions.targets(COMMIT), TestOptions.PLAN, List.of(gzipped, plain));
        stage.publish(plan, build(1), ONCE);

        stage.publish(plan, build(2), ONCE);

        assertThat(stage.events)
                .containsExactly(new PublishEvent.IdenticalSetSkipped("s3://builds/" + COMMIT, "GitHub Actions 1"));
    }

    @Test
    void thereEachThatHasGoneIsSentAgain() {
        Plan plan = Plan.of(TestOptions.targets(COMMIT), TestOptions.PLAN, List.of(gzipped, plain));
        stage.publish(plan, build(1), ONCE);
        for (String name : List.of("a.txt", "a.txt.gz")) {
            stage.server.client().deleteObject(delete -> delete.bucket("builds").key(COMMIT + name));

            stage.publish(plan, build(2), ONCE);

            assertThat(stage.sentNames()).containsExactly(name);
            stage.set(COMMIT).assertComplete();
        }
    }

    @Test
    void thereOneThatIsToBeStoredInAnotherWayIsNamedAsSuch() {
        stage.publish(Plan.of(TestOptions.targets(COMMIT), TestOptions.PLAN, List.of(plain)), build(1), ONCE);
        Plan other = Plan.of(
                TestOptions.targets(COMMIT),
                TestOptions.PLAN,
                List.of(gzipped, plain.with(ObjectAttributes.NONE).named("b.txt")));
        Plan asGzip =
                Plan.of(TestOptions.targets(COMMIT), TestOptions.PLAN, List.of(plain.with(ObjectAttributes.NONE)));

        assertThatThrownBy(() -> stage.publish(asGzip, build(2), ONCE))
                .isInstanceOfSatisfying(
                        AlreadyPublishedException.class,
                        e -> assertThat(e.differences())
                                .singleElement()
                                .satisfies(one ->
                                        assertThat(one.ours()).isEqualTo("same content, stored in another way")));
        assertThatThrownBy(() -> stage.publish(other, build(2), ONCE))
                .isInstanceOfSatisfying(
                        AlreadyPublishedException.class,
                        e -> assertThat(e.differences())
                                .extracting(AlreadyPublishedException.Difference::name)
                                .containsExactly("a.txt", "b.txt"));
    }
}
