package io.github.artifactpublisher.benchmark;

import io.github.artifactpublisher.testing.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Starts the S3 server of the project's tests and a {@link BareServer} on free loopback ports. They run until the
 * process is killed.
 */
public final class BucketServer {
    private BucketServer() {}

    /** Arguments: the directory for the objects, and a file that receives both URLs when the servers are ready. */
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
