package io.github.artifactpublisher.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.artifactpublisher.git.GitCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Our answers and env-ci's, for every situation of the servers' tests. Where they differ, {@value KnownDifference#FILE}
 * says why.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnvCiDifferentialTest {
    private final List<KnownDifference> known = KnownDifference.all();
    private final List<Comparison> comparisons = new ArrayList<>();

    /** Both answers for one situation. */
    record Comparison(SituationOnDisk onDisk, CiBuild build, EnvCiAnswer theirs) {
        Situation situation() {
            return onDisk.situation();
        }

        EnvCiAnswer ours() {
            return EnvCiAnswer.of(build);
        }

        List<String> differences() {
            return ours().differences(theirs);
        }

        String described(String field) {
            return "%s | %s | %s | ours: %s, env-ci's: %s"
                    .formatted(
                            situation().server(),
                            situation().name(),
                            field,
                            ours().value(field).orElse("none"),
                            theirs.value(field).orElse("none"));
        }

        @Override
        public String toString() {
            return situation().name();
        }
    }

    @BeforeAll
    void askBoth(@TempDir Path directory) throws IOException {
        assumeTrue(
                EnvCi.canRun(),
                "node and npm are not on the PATH: install Node.js 20.6.1 or later, which brings npm, to compare our "
                        + "detection of CI servers with env-ci's.");
        EnvCi envCi = new EnvCi(Path.of("target", "env-ci"));
        envCi.install();
        SituationDisk disk = new SituationDisk(directory);
        List<SituationOnDisk> situations = new ArrayList<>();
        for (Situation situation :
                Stream.concat(CiDetectionTest.all(), withoutServer()).toList()) {
            situations.add(disk.put(EnvCiVariables.added(situation)));
        }
        List<EnvCiAnswer> answers = envCi.answers(situations);
        assertThat(answers).hasSameSizeAs(situations);
        for (int i = 0; i < answers.size(); i++) {
            SituationOnDisk situation = situations.get(i);
            comparisons.add(new Comparison(situation, situation.detected(), answers.get(i)));
        }
    }

    private static Stream<Situation> withoutServer() {
        Situation bare = Situation.of("bare machine");
        return Stream.of(
                bare.named("bare machine on a branch")
                        .git(KnownGit.detached().on("topic"))
                        .is("no CI server | remote/copy | branch topic | dddddddd"),
                bare.named("bare machine on a tag")
                        .git(KnownGit.detached().tagged("v1.0"))
                        .is("no CI server | remote/copy | tag v1.0 | dddddddd"),
                bare.named("bare machine, detached").is("no CI server | remote/copy | dddddddd"),
                bare.named("bare machine without a repository")
                        .git(KnownGit.none())
                        .is("no CI server"),
                bare.named("unknown server on a branch")
                        .with("CI=true")
                        .git(KnownGit.detached().on("main"))
                        .is("unknown CI server | dddddddd"));
    }

    Stream<Comparison> comparisons() {
        return comparisons.stream();
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void differsOnlyAsListed(Comparison comparison) {
        assertThat(comparison.differences())
                .filteredOn(field -> known.stream().noneMatch(entry -> entry.covers(comparison.situation(), field)))
                .map(comparison::described)
                .as("differences that %s does not explain", KnownDifference.FILE)
                .isEmpty();
    }

    @Test
    void everyKnownDifferenceOccurs() {
        assertThat(known)
                .filteredOn(entry -> comparisons.stream().noneMatch(comparison -> occurs(entry, comparison)))
                .as("lines of %s that are no longer true", KnownDifference.FILE)
                .isEmpty();
    }

    private static boolean occurs(KnownDifference entry, Comparison comparison) {
        return comparison.differences().stream().anyMatch(field -> entry.covers(comparison.situation(), field));
    }

    /** The variables that only env-ci reads, and a real working copy, do not change our answer. */
    @ParameterizedTest
    @MethodSource("comparisons")
    void detectsTheExpectedBuild(Comparison comparison) {
        KnownGit git = comparison.situation().git();
        String head =
                new GitCommand(comparison.onDisk().workingCopy()).headCommit().orElse(KnownGit.HEAD);
        String known = git.headCommit().orElse(KnownGit.HEAD);
        assertThat(Situation.line(comparison.build()))
                .isEqualTo(comparison.situation().expected().replace(known.substring(0, 8), head.substring(0, 8)));
    }

    @Test
    void everyServerIsCompared() {
        assertThat(CiServers.ALL)
                .extracting(server -> server.name)
                .containsExactlyInAnyOrderElementsOf(comparisons()
                        .map(comparison -> comparison.situation().server())
                        .distinct()
                        .toList());
    }
}
