package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.concurrent.Pause;
import io.github.artifactpublisher.manifest.OpenStore;
import io.github.artifactpublisher.store.s3.TestSettings;
import io.github.artifactpublisher.store.s3.TestStore;
import io.github.artifactpublisher.transfer.TransferLimits;
import java.net.URI;
import java.time.Clock;

/** Makes publishers that know no ancestry. */
public final class TestPublisher {
    private static final TransferLimits LIMITS = new TransferLimits(64 << 20, 16 << 20, 5);

    private TestPublisher() {}

    /** Returns a publisher to the bucket {@code builds}, with room for files of up to 16 MiB in one piece. */
    public static Publisher to(URI endpoint, PublishListener listener) {
        return to(endpoint, "builds", listener, LIMITS, Clock.systemUTC());
    }

    public static Publisher to(URI endpoint, PublishListener listener, TransferLimits limits) {
        return to(endpoint, "builds", listener, limits, Clock.systemUTC());
    }

    public static Publisher to(
            URI endpoint, String bucket, PublishListener listener, TransferLimits limits, Clock clock) {
        return new Publisher(
                () -> OpenStore.of(TestStore.open(TestSettings.of(endpoint, bucket))),
                listener,
                limits,
                clock,
                (ancestor, descendant) -> false,
                Pause.SLEEP);
    }
}
