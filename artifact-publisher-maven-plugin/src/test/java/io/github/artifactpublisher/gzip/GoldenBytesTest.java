package io.github.artifactpublisher.gzip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Pins the compressed bytes. The ETag and SHA-256 of published objects are compared between machines, so a change of
 * the bytes must be deliberate: raise {@link GzipWorkers#ENCODER}, add an entry here and a line to the changelog.
 */
class GoldenBytesTest {
    /** For each version of the encoder the digests of levels 6, 1 and 9. An entry of an earlier version stays. */
    private static final Map<Integer, List<String>> DIGESTS = Map.of(
            1,
            List.of(
                    "66fba5fdab4905e6bcfdb9c04834d5c582ba05275f6a41cf515f44a4f5089a17",
                    "a22538007a8666ae35e424f163200983812bdf4ed2bdba27689e575b4b361fc0",
                    "334d6663b8822dfef7af922086e22c3520ba022a33c93e2416e1dc43ff387304"));

    @Test
    void theBytesAreThoseOfTheVersion() {
        assertThat(List.of(GoldenBytes.digest(6), GoldenBytes.digest(1), GoldenBytes.digest(9)))
                .isEqualTo(DIGESTS.get(GzipWorkers.ENCODER));
    }

    @Test
    void eachVersionHasBytesOfItsOwn() {
        assertThat(DIGESTS).hasSize(GzipWorkers.ENCODER);
        assertThat(DIGESTS.values()).doesNotHaveDuplicates();
    }

    @Test
    void otherJdksGiveTheSameOutput() throws IOException, InterruptedException {
        List<Path> others = otherJdks();
        assumeThat(others).as("another JDK is installed beside this one").isNotEmpty();
        for (Path java : others) {
            String answer = run(java);
            assertThat(answer)
                    .as("of %s", java)
                    .contains("golden " + String.join(" ", DIGESTS.get(GzipWorkers.ENCODER)));
        }
    }

    /** Returns the JDKs in the folder beside this JDK that can run the plugin. */
    private static List<Path> otherJdks() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        try (Stream<Path> siblings = Files.list(own.getParent())) {
            return siblings.filter(home -> Files.isRegularFile(home.resolve("release")))
                    .map(GoldenBytesTest::real)
                    .distinct()
                    .filter(home -> !home.equals(own) && version(home) >= 17)
                    .map(home -> home.resolve("bin").resolve("java"))
                    .filter(Files::isExecutable)
                    .toList();
        }
    }

    private static Path real(Path home) {
        try {
            return home.toRealPath();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int version(Path home) {
        try (Stream<String> lines = Files.lines(home.resolve("release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.substring(line.indexOf('=') + 1).replace("\"", ""))
                    .mapToInt(version -> Runtime.Version.parse(version).feature())
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String run(Path java) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        GoldenBytes.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
