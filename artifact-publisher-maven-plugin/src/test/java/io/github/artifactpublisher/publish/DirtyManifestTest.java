package io.github.artifactpublisher.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The manifest says that a set is not exactly of its commit, and nothing if it is. */
class DirtyManifestTest {
    private static final BuildFacts BUILD = Builds.of(
            Optional.of("acme/app"),
            Optional.of("main"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "Jenkins",
            Optional.of("7"),
            Optional.empty(),
            Map.of());

    @Test
    void uncommittedChangesAreNamedAndReadAgain() {
        String manifest =
                json(Builds.inSequence(3, BUILD.ofDirty(true).inAttempt("2")).ofModules(List.of("a:b")));

        assertThat(manifest).contains("\"dirty\": true");
        assertThat(Manifest.parse(manifest.getBytes(UTF_8), "there").build().dirty())
                .isTrue();
    }

    @Test
    void aSetOfItsCommitSaysNothing() {
        String manifest = json(BUILD.ofDirty(false));

        assertThat(manifest).doesNotContain("dirty");
        assertThat(Manifest.parse(manifest.getBytes(UTF_8), "there").build().dirty())
                .isFalse();
    }

    private static String json(BuildFacts build) {
        TestOptions options = TestOptions.DEFAULTS;
        return new String(
                Manifest.of(build, Instant.EPOCH, options.options(), null, List.of())
                        .json(),
                UTF_8);
    }
}
