package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.concurrent.Pause;
import io.github.artifactpublisher.integrity.IntegrityException;
import io.github.artifactpublisher.integrity.IntegrityException.ManifestState;
import io.github.artifactpublisher.integrity.VerifiedPut;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.manifest.BuildFacts;
import io.github.artifactpublisher.manifest.BuildOrder;
import io.github.artifactpublisher.manifest.ExistingManifest;
import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.store.ExistingObjects;
import io.github.artifactpublisher.store.ObjectStore;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.transfer.PublishedObject;
import io.github.artifactpublisher.transfer.SetTransfer;
import io.github.artifactpublisher.transfer.SourceDigests;
import io.github.artifactpublisher.transfer.UploadRequest;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The values that all targets of a publication share.
 *
 * @param store the store to publish to
 * @param put uploads and verifies bodies
 * @param transfer uploads files, several at the same time
 * @param listener receives the events
 * @param clock gives the time for the manifest, and the age of objects
 * @param pause waits for other builds
 * @param order decides whether a build is older than another one
 * @param plan the files and the targets
 * @param build this build
 * @param options the settings of the publication
 * @param digests the SHA-256 of the files
 * @param manifests the manifests that were read before the publication
 */
record PublishContext(
        ObjectStore store,
        VerifiedPut put,
        SetTransfer transfer,
        PublishListener listener,
        Clock clock,
        Pause pause,
        BuildOrder order,
        Plan plan,
        BuildFacts build,
        PublishOptions options,
        SourceDigests digests,
        Map<KeyPrefix, ExistingManifest> manifests) {
    /** Passes an event on to the listener. */
    void report(PublishEvent event) {
        listener.reported(event);
    }

    /** Returns the address of a set: {@code s3://bucket/prefix/}. */
    String address(KeyPrefix prefix) {
        return store.address(prefix);
    }

    /** Whether objects are uploaded to their usual keys, where other builds write, too. */
    boolean isInPlace() {
        return options.layout() == Layout.IN_PLACE;
    }

    /**
     * Uploads files of a set whose manifest is published.
     *
     * @throws IntegrityException if the stored bytes differ from those that were sent; it says that the manifest exists
     */
    List<PublishedObject> uploadToPublishedSet(List<UploadRequest> files) {
        try {
            return transfer.upload(files);
        } catch (IntegrityException e) {
            throw e.withManifest(ManifestState.WRITTEN);
        }
    }

    /** Lists objects; empty if the credentials may not list, which is reported. */
    Optional<ExistingObjects> list(KeyPrefix prefix, Collection<ObjectKey> keys) {
        return list(prefix, keys, PublishEvent.ListingDenied::new);
    }

    /**
     * Lists objects; empty if the credentials may not list, which is reported.
     *
     * @param denied makes the event from the address of the set
     */
    Optional<ExistingObjects> list(
            KeyPrefix prefix, Collection<ObjectKey> keys, Function<String, PublishEvent> denied) {
        Optional<ExistingObjects> existing = unlessDenied(() -> ExistingObjects.list(store, prefix, keys));
        if (existing.isEmpty()) {
            report(denied.apply(address(prefix)));
        }
        return existing;
    }

    /**
     * Finds objects that this build has uploaded: by listing or, if the credentials may not list, by HEAD requests.
     * Empty if they may not read either.
     */
    Optional<ExistingObjects> find(KeyPrefix prefix, Collection<ObjectKey> uploaded) {
        return unlessDenied(() -> ExistingObjects.list(store, prefix, uploaded))
                .or(() -> unlessDenied(() -> ExistingObjects.head(store, uploaded)));
    }

    private static Optional<ExistingObjects> unlessDenied(Supplier<ExistingObjects> request) {
        try {
            return Optional.of(request.get());
        } catch (StoreException e) {
            if (!e.isDenied() && !e.isUnsupported()) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
