package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.integrity.IntegrityException;
import io.github.artifactpublisher.integrity.IntegrityException.ManifestState;
import io.github.artifactpublisher.integrity.VerifiedPut;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.manifest.BuildFacts;
import io.github.artifactpublisher.manifest.BuildOrder;
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
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the targets of one publication share.
 *
 * @param store where to
 * @param put puts and verifies
 * @param sender sends files, several at once
 * @param listener is told of what happens
 * @param clock for the time in the manifest, and for the age of what is left over
 * @param pause waits for other builds
 * @param order tells whether this build is older than another
 * @param plan what is published
 * @param build the build
 * @param options how it is published
 * @param digests of the files
 */
record Publication(
        ObjectStore store,
        VerifiedPut put,
        SetTransfer sender,
        PublishListener listener,
        Clock clock,
        Pause pause,
        BuildOrder order,
        Plan plan,
        BuildFacts build,
        PublishOptions options,
        SourceDigests digests) {
    /**
     * Sends files of a set whose manifest stands.
     *
     * @throws IntegrityException one that says so, if what stands is not what was sent
     */
    List<PublishedObject> sendToStanding(List<UploadRequest> files) {
        try {
            return sender.upload(files);
        } catch (IntegrityException e) {
            throw e.withManifest(ManifestState.WRITTEN);
        }
    }

    /** Which of some objects stand; empty where the credentials may not list, which is then told. */
    Optional<ExistingObjects> standing(KeyPrefix prefix, Collection<ObjectKey> sought) {
        return standing(prefix, sought, Notice.ListingRefused::new);
    }

    /**
     * Which of some objects stand that this build has sent; empty where the credentials may neither list nor read. What
     * the builds of others have done meanwhile is not left unseen because a policy has no right to list.
     */
    Optional<ExistingObjects> standingOf(KeyPrefix prefix, Collection<ObjectKey> sent) {
        return unlessRefused(() -> ExistingObjects.list(store, prefix, sent))
                .or(() -> unlessRefused(() -> ExistingObjects.head(store, sent)));
    }

    /**
     * The same.
     *
     * @param refused makes of the address what is told where the credentials may not list
     */
    Optional<ExistingObjects> standing(
            KeyPrefix prefix, Collection<ObjectKey> sought, Function<String, Notice> refused) {
        Optional<ExistingObjects> standing = unlessRefused(() -> ExistingObjects.list(store, prefix, sought));
        if (standing.isEmpty()) {
            listener.noticed(refused.apply(store.address(prefix)));
        }
        return standing;
    }

    private static Optional<ExistingObjects> unlessRefused(Supplier<ExistingObjects> look) {
        try {
            return Optional.of(look.get());
        } catch (StoreException e) {
            if (!e.isDenied() && !e.isUnsupported()) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
