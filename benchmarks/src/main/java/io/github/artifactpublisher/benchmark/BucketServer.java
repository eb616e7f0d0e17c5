package io.github.artifactpublisher.benchmark;

import io.github.artifactpublisher.testing.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The S3 server of the project's tests in a JVM of its own, on a free loopback port, until it is killed. */
public final class BucketServer {
    private BucketServer() {}

    /** Arguments: the directory for the objects, and the file into which to write the URL once the server answers. */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (S3Server server = S3Server.start(Path.of(args[0])).createBucket("builds")) {
            Files.writeString(Path.of(args[1]), server.endpoint().toString());
            Thread.currentThread().join();
        }
    }
}
