package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.publish.IntegrityException.Mismatch;
import io.github.artifactpublisher.publish.PlanException.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Failures of this room, for the test of the sentences that another room makes of them. */
public final class PublishFailures {
    private PublishFailures() {}

    public static PlanException plan(Fault fault, IOException cause) {
        return new PlanException(fault, "x.gz", List.of(Path.of("x")), cause);
    }

    public static IntegrityException integrity() {
        return new IntegrityException("x", "s3://builds/a/x.gz", new Mismatch("ETag", "aa", "bb"));
    }

    public static PublishInterruptedException interrupted() {
        return new PublishInterruptedException(new InterruptedException());
    }
}
