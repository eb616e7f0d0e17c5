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
 * Adobe's S3Mock as a process of its own, on a free loopback port. Unlike S3Proxy it keeps tags and what is asked of
 * the encryption; it checks no signatures, and takes tags as they are written in the header, percent signs and all.
 * Closing ends the process, and so does the end of this JVM.
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
     * Starts the server and waits for it to say that it listens.
     *
     * @param jar S3Mock's executable jar
     * @param kmsKey the ARN of the one key that it knows
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

    /** What it says after that is read and dropped, so that it never waits for a reader. */
    private static int port(Process process) throws IOException {
        StringBuilder said = new StringBuilder();
        BufferedReader lines = process.inputReader(UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                Thread drain = new Thread(() -> lines.lines().forEach(rest -> {}));
                drain.setDaemon(true);
                drain.start();
                return Integer.parseInt(started.group(1));
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("S3Mock does not start: " + said);
    }

    public URI endpoint() {
        return endpoint;
    }

    /** The plain SDK; closed with the server. */
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
