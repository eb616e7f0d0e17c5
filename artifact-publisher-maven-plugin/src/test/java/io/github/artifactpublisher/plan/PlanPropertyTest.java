package io.github.artifactpublisher.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.layout.KeyException;
import io.github.artifactpublisher.layout.KeyMode;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.Names;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.plan.PlanException.Fault;
import io.github.artifactpublisher.publish.TestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Over the names of files, for a real file: what is planned has keys of its own below each target. */
class PlanPropertyTest {
    private static final List<KeyPrefix> TARGETS =
            List.of(new KeyPrefix("artifacts/acme/app/main"), new KeyPrefix("commits/01234567"));

    private static Path file;

    @BeforeContainer
    static void makeAFile() throws IOException {
        file = Files.writeString(Files.createTempFile("planned", ".txt"), "x");
    }

    @AfterContainer
    static void deleteTheFile() throws IOException {
        Files.delete(file);
    }

    @Property(tries = 3000)
    void everyPlannedKeyIsLegalBelowItsTargetAndOfOneFile(
            @ForAll("fileNames") List<String> names, @ForAll KeyMode mode, @ForAll boolean encodeContent) {
        try {
            Plan plan = plan(names, mode, encodeContent);
            List<String> keys = plan.objects().stream()
                    .flatMap(object -> TARGETS.stream()
                            .map(target -> target.key(object.name()).value()))
                    .toList();

            assertThat(keys).hasSize(names.size() * TARGETS.size()).doesNotHaveDuplicates();
            assertThat(keys).allSatisfy(key -> {
                assertThat(key).matches("(?s)(artifacts/acme/app/main|commits/01234567)/.+");
                assertThat(key.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(1024);
            });
        } catch (KeyException refused) {
            assertThat(refused.reason()).isNotBlank();
        } catch (PlanException refused) {
            assertThat(refused.fault()).isIn(Fault.SAME_NAME, Fault.RESERVED_NAME);
        }
    }

    /** In encoded mode two names never become one: only the same name does. */
    @Property(tries = 3000)
    void encodedOnlyTheSameNameCollides(@ForAll("fileNames") List<String> names) {
        try {
            plan(names, KeyMode.ENCODED, false);
            assertThat(names).doesNotHaveDuplicates();
        } catch (PlanException refused) {
            assertThat(names.stream().distinct().count()).isLessThan(names.size());
        } catch (KeyException refused) {
            assertThat(refused.reason()).containsAnyOf("surrogate", "S3 allows 1024", "empty segment");
        }
    }

    private static Plan plan(List<String> names, KeyMode mode, boolean encodeContent) {
        PlanOptions options = new PlanOptions(mode, encodeContent, TestOptions.PLAN.limits());
        return Plan.of(
                TestOptions.targets(TARGETS.toArray(KeyPrefix[]::new)),
                options,
                names.stream()
                        .map(name -> new Output(file, name, false, Optional.empty()))
                        .toList());
    }

    @Provide
    Arbitrary<List<String>> fileNames() {
        return Arbitraries.oneOf(
                Names.any().list().ofMinSize(1).ofMaxSize(3),
                Names.any().flatMap(name -> Names.near(name).map(near -> List.of(name, near))));
    }
}
