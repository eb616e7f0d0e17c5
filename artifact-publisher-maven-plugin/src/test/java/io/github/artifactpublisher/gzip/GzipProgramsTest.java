package io.github.artifactpublisher.gzip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Common gzip programs accept the output and decompress it to the input. */
class GzipProgramsTest {
    private static final int MIB = 1 << 20;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"gzip -d -c", "gzip -t", "zcat", "pigz -d -c", "pigz -t", "libdeflate-gunzip -c"})
    void decompresses(String command) throws IOException, InterruptedException {
        assumeThat(isOnThePath(command.split(" ", -1)[0]))
                .as(command + " is installed")
                .isTrue();
        try (GzipWorkers workers = new GzipWorkers(2)) {
            int number = 0;
            for (byte[] input : inputs()) {
                for (int level : new int[] {1, 6, 9}) {
                    Path compressed = folder.resolve(number++ + ".gz");
                    try (OutputStream out = Files.newOutputStream(compressed)) {
                        workers.compress(new ByteArrayInputStream(input), out, level);
                    }
                    byte[] decompressed = run(command, compressed);
                    if (!command.endsWith("-t")) {
                        assertThat(decompressed).isEqualTo(input);
                    }
                }
            }
        }
    }

    private static List<byte[]> inputs() {
        List<byte[]> inputs = new ArrayList<>(Inputs.ALL.values());
        for (int around : new int[] {-3, -1, 0, 1, 3}) {
            inputs.add(Inputs.text(MIB + around));
            inputs.add(Inputs.random(2 * MIB + around));
        }
        return inputs;
    }

    private byte[] run(String command, Path compressed) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
        words.add(compressed.toString());
        Path errors = folder.resolve("errors");
        Process process =
                new ProcessBuilder(words).redirectError(errors.toFile()).start();
        byte[] output = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        return output;
    }

    private static boolean isOnThePath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(part -> Files.isExecutable(Path.of(part, program)));
    }
}
