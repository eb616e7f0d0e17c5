package io.github.artifactpublisher.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Adobe's S3Mock in a separate process on a free loopback port. Unlike S3Proxy, it stores tags and encryption settings.
 * It does not check signatures, and it does not decode the percent-encoding of tags in the header. The process ends
 * when the server is closed or this JVM ends.
 */
public final class S3MockServer implements AutoCloseable {
    private static final Pattern STARTED = Pattern.compile("Tomcat started on ports? .*?(\\d+) \\(http\\)");

    private final Process process;
    private final Thread atExit;
    private final S3Client client;
    private final URI endpoint;

    private S3MockServer(Process process, int port) {
        this.process = process;
        this.atExit = new Thread(process::destroyForcibly);
        this.endpoint = URI.create("http://127.0.0.1:" + port);
        this.client = S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                .build();
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts the server and waits until it logs its port.
     *
     * @param jar S3Mock's executable jar
     * @param kmsKey the ARN of the only key that it knows
     */
    public static S3MockServer start(Path jar, String kmsKey) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                jar.toString(),
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--http.port=0",
                "--com.adobe.testing.s3mock.store.valid-kms-keys=" + kmsKey);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return new S3MockServer(process, port(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the port from the log. Discards all later lines, so that the process never blocks when it writes them. */
    private static int port(Process process) throws IOException {
        StringBuilder output = new StringBuilder();
        BufferedReader lines = process.inputReader(UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                Thread drain = new Thread(() -> lines.lines().forEach(rest -> {}));
                drain.setDaemon(true);
                drain.start();
                return Integer.parseInt(started.group(1));
            }
            output.append(line).append('\n');
        }
        throw new IllegalStateException("S3Mock does not start: " + output);
    }

    public URI endpoint() {
        return endpoint;
    }

    /** Returns a client of the AWS SDK, which is closed with the server. */
    public S3Client client() {
        return client;
    }

    public S3MockServer createBucket(String name) {
        client.createBucket(request -> request.bucket(name));
        return this;
    }

    @Override
    public void close() {
        client.close();
        Runtime.getRuntime().removeShutdownHook(atExit);
        process.destroyForcibly();
    }
}
