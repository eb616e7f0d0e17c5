package io.github.artifactpublisher.benchmark;

import io.github.artifactpublisher.testing.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The S3 server of the project's tests, and beside it a {@link BareServer}, in a JVM of their own, on free loopback
 * ports, until they are killed.
 */
public final class BucketServer {
    private BucketServer() {}

    /** Arguments: the directory for the objects, and the file into which to write both URLs once they answer. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]);
        try (S3Server server = S3Server.start(folder).createBucket("builds");
                BareServer bare = BareServer.start(folder)) {
            Path written = Path.of(args[1] + ".part");
            Files.writeString(written, server.endpoint() + " " + bare.endpoint() + "\n");
            Files.move(written, Path.of(args[1]));
            Thread.currentThread().join();
        }
    }
}
