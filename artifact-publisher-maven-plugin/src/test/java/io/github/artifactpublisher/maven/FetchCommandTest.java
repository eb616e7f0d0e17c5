package io.github.artifactpublisher.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.artifactpublisher.testing.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command of the README that fetches a file, run against a set that the plugin has published. */
class FetchCommandTest {
    private static final Path README = Path.of("").toAbsolutePath().getParent().resolve("README.md");

    @TempDir
    Path root;

    @Test
    void theCommandOfTheReadmeFetchesThePublishedFile() throws Exception {
        assumeThat(run("aws --version", Map.of()).exitCode())
                .as("exit code of aws --version, 127 if it is not installed")
                .isZero();
        String command = Files.readAllLines(README).stream()
                .filter(line -> line.startsWith("aws s3 cp "))
                .findFirst()
                .orElseThrow();
        try (GoalStage stage = new GoalStage(root, "app")) {
            // The name in the README.
            Map<String, Object> asInTheReadme = Map.of("base", "root", "paths", "app/target/app.txt=>app-1.0.0.jar");
            stage.run("Publish", "app", asInTheReadme);
            stage.end();
            Map<String, String> credentials = Map.of(
                    "AWS_ACCESS_KEY_ID",
                    S3Server.ACCESS_KEY,
                    "AWS_SECRET_ACCESS_KEY",
                    S3Server.SECRET_KEY,
                    "AWS_DEFAULT_REGION",
                    "eu-central-1",
                    "ENDPOINT",
                    stage.server.endpoint().toString());

            Result result = run(
                    "set -o pipefail; aws() { command aws --endpoint-url \"$ENDPOINT\" \"$@\"; }; " + command,
                    credentials);

            assertThat(result.exitCode()).as(result.output()).isZero();
            assertThat(root.resolve("app.jar")).hasSameBinaryContentAs(root.resolve("app/target/app.txt"));
        }
    }

    private record Result(int exitCode, String output) {}

    private Result run(String command, Map<String, String> variables) throws IOException, InterruptedException {
        Path output = root.resolve("output");
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        bash.environment().putAll(variables);
        Process process = bash.start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).as(command).isTrue();
        return new Result(process.exitValue(), Files.readString(output));
    }
}
