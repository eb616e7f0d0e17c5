package io.github.artifactpublisher.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.integrity.VerificationMethod;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.outputs.StoredForm;
import io.github.artifactpublisher.plan.PlannedObject;
import io.github.artifactpublisher.publish.PublishedSet;
import io.github.artifactpublisher.transfer.PublishedObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PublishReportTest {
    private static final KeyPrefix PREFIX = new KeyPrefix("artifacts/acme/app/main");

    @Test
    void theSummaryIsATableTheTotalsAndTheAddress() {
        PublishedSet set = new PublishedSet(
                PREFIX,
                "s3://builds/artifacts/acme/app/main/",
                List.of(
                        object("app-1.0.jar", 4096, 1000, VerificationMethod.ETAG),
                        object("läuft.txt", 10, 30, VerificationMethod.READ_BACK)));

        assertThat(PublishReport.summary(set, Duration.ofMillis(1250)))
                .containsExactly(
                        "File            Size  Stored  Ratio  Verified   Key",
                        "app-1.0.jar  4.0 KiB  1000 B   4.10  etag       artifacts/acme/app/main/app-1.0.jar.gz",
                        "läuft.txt       10 B    30 B   0.33  read-back  artifacts/acme/app/main/läuft.txt.gz",
                        "2 files, 4.0 KiB stored as 1.0 KiB (ratio 3.99) in 1.3 s",
                        "Published 2 files (1.0 KiB) to s3://builds/artifacts/acme/app/main/ (manifest.json, SHA256SUMS)");
    }

    @Test
    void unchangedFilesAreCountedSeparately() {
        PublishedObject sent = object("app-1.0.jar", 4096, 1000, VerificationMethod.ETAG);
        PublishedSet set = new PublishedSet(
                PREFIX,
                "s3://builds/artifacts/acme/app/main/",
                List.of(sent, unchanged(object("läuft.txt", 10, 30, VerificationMethod.ETAG))));

        assertThat(PublishReport.summary(set, Duration.ofMillis(1250)))
                .contains(
                        "läuft.txt       10 B    30 B   0.33  unchanged  artifacts/acme/app/main/läuft.txt.gz",
                        "1 file uploaded, 1 unchanged: 2 files, 4.0 KiB stored as 1.0 KiB (ratio 3.99) in 1.3 s");
    }

    private static PublishedObject unchanged(PublishedObject object) {
        return new PublishedObject(
                object.planned(),
                object.key(),
                object.originalSize(),
                object.originalSha256(),
                object.stored(),
                object.partSize(),
                object.etag(),
                object.versionId(),
                object.method(),
                true);
    }

    @Test
    void oneLineForEachObject() {
        assertThat(PublishReport.progress(object("app-1.0.jar", 4096, 1000, VerificationMethod.SHA256)))
                .isEqualTo("Uploaded artifacts/acme/app/main/app-1.0.jar.gz (1000 B, verified by sha256)");
    }

    private static PublishedObject object(String name, int size, int stored, VerificationMethod method) {
        Output output = new Output(Path.of(name), name, false, Optional.empty());
        return new PublishedObject(
                new PlannedObject(output, StoredForm.GZIP, size, name + ".gz"),
                PREFIX.key(name + ".gz"),
                size,
                Digests.of(new byte[size]).sha256(),
                Digests.of(new byte[stored]),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                method,
                false);
    }
}
