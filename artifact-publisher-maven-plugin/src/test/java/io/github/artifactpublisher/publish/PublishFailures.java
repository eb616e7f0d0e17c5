package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.concurrent.InterruptedOperationException;
import io.github.artifactpublisher.integrity.IntegrityException;
import io.github.artifactpublisher.integrity.IntegrityException.ManifestState;
import io.github.artifactpublisher.integrity.IntegrityException.Mismatch;
import io.github.artifactpublisher.manifest.ManifestException;
import io.github.artifactpublisher.manifest.SetFiles;
import io.github.artifactpublisher.manifest.UncertainManifestException;
import io.github.artifactpublisher.plan.PlanException;
import io.github.artifactpublisher.plan.PlanException.Fault;
import io.github.artifactpublisher.store.ListingException;
import io.github.artifactpublisher.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Failures of this package, for the tests of their messages in another package. */
public final class PublishFailures {
    private PublishFailures() {}

    public static PlanException plan(Fault fault, IOException cause) {
        return new PlanException(fault, "x.gz", List.of(Path.of("x")), cause);
    }

    public static IntegrityException integrity() {
        return new IntegrityException("x", "s3://builds/a/x.gz", new Mismatch("ETag", "aa", "bb"), null);
    }

    /** Found after the manifest was written. */
    public static IntegrityException integrityWithManifest() {
        return integrity().withManifest(ManifestState.WRITTEN);
    }

    /** Of the manifest itself. */
    public static IntegrityException integrityOfManifest() {
        return new IntegrityException(
                        SetFiles.MANIFEST, "s3://builds/a/manifest.json", new Mismatch("ETag", "aa", "bb"), null)
                .withManifest(ManifestState.UNCERTAIN);
    }

    public static ManifestException manifest(String reason) {
        return new ManifestException("s3://builds/a/manifest.json", reason, null);
    }

    public static AlreadyPublishedException immutable() {
        return new AlreadyPublishedException(
                "s3://builds/a/",
                "https://ci.example/1",
                "https://ci.example/2",
                List.of(new AlreadyPublishedException.Difference("app.jar", "aa", "bb")));
    }

    public static SharedPathException sharedPath() {
        return new SharedPathException("s3://builds/a/", "https://ci.example/1", List.of("com.acme:a", "com.acme:b"));
    }

    /** The answer was lost, and the manifest cannot be read. */
    public static UncertainManifestException uncertainManifest(StoreException lost) {
        return new UncertainManifestException("s3://builds/a/manifest.json", lost, lost);
    }

    public static PostPublicationException notChecked(StoreException failure) {
        return new PostPublicationException("s3://builds/a/", failure);
    }

    public static ConflictException unreadableManifest() {
        return new ConflictException(
                ConflictException.Kind.UNREADABLE_MANIFEST, "s3://builds/a/manifest.json", List.of());
    }

    /** Of the kinds that name objects. */
    public static ConflictException conflictOverObjects(ConflictException.Kind kind) {
        return new ConflictException(kind, "s3://builds/a/", "https://ci.example/3", List.of("a/x.gz", "a/y.gz"));
    }

    public static ConflictException conflict(ConflictException.Kind kind) {
        return new ConflictException(kind, "s3://builds/a/", List.of());
    }

    public static ListingException listing() {
        return new ListingException("s3://builds/a/", "a/x.gz");
    }

    public static InterruptedOperationException interrupted() {
        return new InterruptedOperationException(new InterruptedException());
    }
}
