package io.github.artifactpublisher.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.artifactpublisher.testing.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** The commands of the pages that download a file or a set, run against a set that the plugin has published. */
class FetchCommandTest {
    private static final Path DOCS = Path.of("").toAbsolutePath().getParent().resolve("docs");
    private static final String OLDER = "artifacts/acme/app/main/app-0.9.0.jar.gz";

    @TempDir
    Path root;

    @Test
    void theCommandOfTheReadmeFetchesThePublishedFile() throws Exception {
        requireAws();
        String command = Files.readAllLines(DOCS.resolveSibling("README.md")).stream()
                .filter(line -> line.startsWith("aws s3 cp "))
                .findFirst()
                .orElseThrow();
        try (GoalStage stage = new GoalStage(root, "app")) {
            publish(stage, "app-1.0.0.jar");

            Result result = run(command, root, stage.server);

            assertThat(result.exitCode()).as(result.output()).isZero();
            assertThat(root.resolve("app.jar")).hasSameBinaryContentAs(root.resolve("app/target/app.txt"));
        }
    }

    @Test
    void theCommandsOfThePageOfTheManifestDownloadAndCheckOneSetWithoutOlderObjects() throws Exception {
        requireAws();
        String page = Files.readString(DOCS.resolve("manifest.md"));
        String commands = page.substring(page.indexOf("```sh\n", page.indexOf("## Download a set")) + 6);
        Path folder = Files.createDirectory(root.resolve("downloaded"));
        try (GoalStage stage = new GoalStage(root, "app")) {
            stage.server.client().putObject(put -> put.bucket("builds").key(OLDER), RequestBody.fromString("older"));
            publish(stage, "app-1.0.0.jar");

            Result result = run(commands.substring(0, commands.indexOf("```")), folder, stage.server);

            assertThat(result.exitCode()).as(result.output()).isZero();
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .extracting(Path::getFileName)
                    .extracting(Path::toString)
                    .containsExactlyInAnyOrder("SHA256SUMS", "app-1.0.0.jar.gz", "app.txt.gz");
        }
    }

    private static void publish(GoalStage stage, String name) throws Exception {
        stage.run("Publish", "app", Map.of("base", "root", "paths", "app/target/app.txt=>" + name));
        stage.end();
    }

    private void requireAws() throws Exception {
        assumeThat(run("command aws --version", root, Map.of()).exitCode())
                .as("exit code of aws --version, 127 if it is not installed")
                .isZero();
    }

    private Result run(String commands, Path folder, S3Server server) throws Exception {
        Map<String, String> variables = Map.of(
                "AWS_ACCESS_KEY_ID",
                S3Server.ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY",
                S3Server.SECRET_KEY,
                "AWS_DEFAULT_REGION",
                "eu-central-1",
                "ENDPOINT",
                server.endpoint().toString());
        return run(
                "set -o pipefail; aws() { command aws --endpoint-url \"$ENDPOINT\" \"$@\"; }; " + commands,
                folder,
                variables);
    }

    private record Result(int exitCode, String output) {}

    private Result run(String command, Path folder, Map<String, String> variables)
            throws IOException, InterruptedException {
        Path output = root.resolve("output");
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        bash.environment().putAll(variables);
        Process process = bash.start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).as(command).isTrue();
        return new Result(process.exitValue(), Files.readString(output));
    }
}
