package io.github.artifactpublisher.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.manifest.Layout;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;

/** A {@link PublisherProcess} that was started by a test. */
final class StartedPublisher implements AutoCloseable {
    private final Process process;
    private final Writer in;
    private final BufferedReader out;

    private StartedPublisher(Process process) {
        this.process = process;
        this.in = process.outputWriter(UTF_8);
        this.out = process.inputReader(UTF_8);
    }

    /** Starts a process, which is not ready yet. */
    static StartedPublisher start(URI endpoint, Path folder) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        try {
            return new StartedPublisher(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx96m",
                            "-cp",
                            classPath,
                            PublisherProcess.class.getName(),
                            endpoint.toString(),
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    StartedPublisher ready() {
        assertThat(answer()).isEqualTo("ready");
        return this;
    }

    /** Starts the publication of a build with files of one, four and nine times the number of bytes. */
    void publish(Layout layout, KeyPrefix prefix, long number, int bytes) {
        try {
            in.write(layout.label() + " " + prefix.value() + " " + number + " " + bytes + "\n");
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the line that it writes when the publication has ended; null if the process ends before. */
    String answer() {
        try {
            return out.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it, as {@code kill -9} does, and waits for its end. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
