package io.github.artifactpublisher.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.artifactpublisher.integrity.VerifiedPut;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.manifest.BuildFacts;
import io.github.artifactpublisher.manifest.Builds;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.publish.NoListener;
import io.github.artifactpublisher.publish.Publisher;
import io.github.artifactpublisher.publish.TestOptions;
import io.github.artifactpublisher.publish.TestPublisher;
import io.github.artifactpublisher.store.s3.S3ObjectStore;
import io.github.artifactpublisher.store.s3.TestSettings;
import io.github.artifactpublisher.store.s3.TestStore;
import io.github.artifactpublisher.testing.S3Server;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many files and little memory. */
@Timeout(120)
class SetTransferTest {
    private static final KeyPrefix MAIN = new KeyPrefix("artifacts/acme/app/main");
    private static final BuildFacts BUILD = Builds.of(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "no CI server",
            Optional.empty(),
            Optional.empty(),
            Map.of());

    @TempDir
    Path folder;

    @Test
    void manyFilesAndSeveralLargeOnesPassThroughTheLeastMemory() throws Exception {
        TransferLimits limits = new TransferLimits(TransferLimits.MIN_MEMORY, TransferLimits.MIN_THRESHOLD, 16);
        SegmentPool pool = new SegmentPool(limits.memory());
        List<Output> outputs = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            outputs.add(output("small-" + i, 1 + i * 1000));
        }
        outputs.add(output("middle-1", 4 << 20));
        outputs.add(output("middle-2", 4 << 20));
        outputs.add(output("large-1", 11 << 20));
        outputs.add(output("large-2", 16 << 20));
        Plan plan = Plan.of(TestOptions.targets(MAIN), TestOptions.PLAN, outputs);

        List<PublishedObject> objects = transfer(limits, pool, plan);

        assertThat(objects).hasSize(64).extracting(o -> o.key().value()).isSorted();
        assertThat(objects)
                .filteredOn(object -> object.partSize().isPresent())
                .extracting(object -> object.planned().output().name())
                .containsExactlyInAnyOrder("large-1", "large-2");
        assertThat(pool.allocated() * (long) SegmentPool.SEGMENT_BYTES).isLessThanOrEqualTo(limits.memory());
        pool.reserve(limits.memory()).close();
    }

    @Test
    void aFileThatNeedsMoreMemoryIsNamedBeforeAnythingIsSent() throws IOException {
        Path file = Files.createFile(folder.resolve("sparse"));
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            channel.position(60L << 30).write(ByteBuffer.allocate(1));
        }
        Plan plan = Plan.of(
                TestOptions.targets(MAIN), TestOptions.PLAN, List.of(Output.of(file, "sparse", Optional.empty())));
        TransferLimits limits = new TransferLimits(TransferLimits.MIN_MEMORY, TransferLimits.MIN_THRESHOLD, 16);
        try (S3Server server = S3Server.start(folder.resolve("s3")).createBucket("builds")) {
            Publisher publisher = TestPublisher.to(server.endpoint(), new NoListener(), limits);
            MemoryException failure = catchThrowableOfType(
                    MemoryException.class, () -> publisher.publish(plan, BUILD, TestOptions.DEFAULTS.options()));

            assertThat(failure.file()).isEqualTo(file);
            assertThat(failure.memory()).isEqualTo(limits.memory());
            assertThat(failure.needed()).isBetween(2 * (60L << 30) / 10_000, 13L << 20);
        }
    }

    private List<PublishedObject> transfer(TransferLimits limits, SegmentPool pool, Plan plan) {
        try (S3Server server = S3Server.start(folder.resolve("s3")).createBucket("builds");
                S3ObjectStore store = TestStore.open(TestSettings.of(server.endpoint(), "builds"));
                SourceDigests digests = new SourceDigests()) {
            NoListener listener = new NoListener();
            TransferContext context =
                    new TransferContext(store, new VerifiedPut(store, listener), limits, listener, BUILD, digests);
            return new SetTransfer(context)
                    .upload(
                            plan.objects().stream()
                                    .map(planned -> new UploadRequest(
                                            planned,
                                            plan.targets().stream()
                                                    .map(target -> Destination.replacing(
                                                            target.prefix().key(planned.name())))
                                                    .toList()))
                                    .toList(),
                            pool);
        }
    }

    private Output output(String name, int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return Output.of(Files.write(folder.resolve(name), bytes), name, Optional.empty());
    }
}
