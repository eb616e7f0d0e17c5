package io.github.artifactpublisher.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.artifactpublisher.integrity.IntegrityException;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.manifest.Builds;
import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.store.s3.S3ObjectStore;
import io.github.artifactpublisher.store.s3.TestSettings;
import io.github.artifactpublisher.store.s3.TestStore;
import io.github.artifactpublisher.transfer.PublishedObject;
import io.github.artifactpublisher.transfer.TransferLimits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A process that publishes builds to the bucket {@code builds}, as a plugin in a Maven of its own does, without the
 * Maven. It reads a line for each build from its standard input, {@code LAYOUT PREFIX NUMBER BYTES}, and writes one for
 * each to its standard output: {@code published}, {@code left} if the set of a newer build exists, or {@code failed}
 * and why. The files of a build are of its number, but for one that all builds have; of those that differ in what they
 * hold the first has so many bytes, which gzip does not make fewer, the next four, and the last nine times as many.
 */
final class PublisherProcess {
    private static final int FILES = 4;

    private final URI endpoint;
    private final Path folder;

    private PublisherProcess(URI endpoint, Path folder) {
        this.endpoint = endpoint;
        this.folder = folder;
    }

    /** Arguments: the endpoint, and a folder of its own for the files. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        URI endpoint = URI.create(arguments[0]);
        PublisherProcess process = new PublisherProcess(endpoint, Files.createDirectories(Path.of(arguments[1])));
        loadClasses(endpoint);
        out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", -1);
            out.println(process.publish(
                    Layout.fromLabel(words[0]),
                    new KeyPrefix(words[1]),
                    Long.parseLong(words[2]),
                    Integer.parseInt(words[3])));
        }
    }

    /** Processes that are ready begin to send at the same time. */
    private static void loadClasses(URI endpoint) {
        try (S3ObjectStore store = TestStore.open(TestSettings.of(endpoint, "builds"))) {
            store.read(new ObjectKey("nothing"));
        }
    }

    private String publish(Layout layout, KeyPrefix prefix, long number, int bytes) throws IOException {
        Publisher publisher = TestPublisher.to(
                endpoint, new Silent(), new TransferLimits(TransferLimits.MIN_MEMORY, TransferLimits.MIN_THRESHOLD, 2));
        try {
            Plan plan = Plan.of(TestOptions.targets(prefix), TestOptions.PLAN, files(number, bytes));
            return publisher
                            .publish(
                                    plan,
                                    Builds.build(number),
                                    TestOptions.DEFAULTS.in(layout).options())
                            .isEmpty()
                    ? "left"
                    : "published";
        } catch (RuntimeException e) {
            return "failed " + e.toString().replace('\n', ' ');
        }
    }

    private List<Output> files(long number, int bytes) throws IOException {
        List<Output> files = new ArrayList<>();
        files.add(file("same.txt", "the same in all builds".getBytes(UTF_8)));
        for (int i = 1; i < FILES; i++) {
            byte[] ofThisBuild = new byte[i * i * bytes];
            new Random(number * FILES + i).nextBytes(ofThisBuild);
            files.add(file("file-" + i + ".txt", ofThisBuild));
        }
        files.add(file("only-" + number + ".txt", ("of build " + number).getBytes(UTF_8)));
        return files;
    }

    private Output file(String name, byte[] bytes) throws IOException {
        return Output.of(Files.write(folder.resolve(name), bytes), name, Optional.empty());
    }

    private static final class Silent implements PublishListener {
        @Override
        public void uploaded(PublishedObject object) {}

        @Override
        public void uploadedAgain(ObjectKey key, IntegrityException.Mismatch mismatch) {
            throw new AssertionError(key + ": " + mismatch);
        }

        @Override
        public void copyDiffers(ObjectKey key, IntegrityException.Mismatch mismatch) {
            throw new AssertionError(key + ": " + mismatch);
        }

        @Override
        public void abortFailed(ObjectKey key, RuntimeException cause) {}
    }
}
