package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.concurrent.InterruptedOperationException;
import io.github.artifactpublisher.integrity.IntegrityException;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.manifest.ChecksumFile;
import io.github.artifactpublisher.manifest.ChecksumFileWriter;
import io.github.artifactpublisher.manifest.ExistingManifest;
import io.github.artifactpublisher.manifest.ManifestException;
import io.github.artifactpublisher.store.ExistingObjects;
import io.github.artifactpublisher.store.ListingException;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.transfer.PublishedObject;
import io.github.artifactpublisher.transfer.UploadRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The steps after the manifest of a set is published: repair, copies to the usual keys, clean-up. */
final class PostPublication {
    private final PublishContext context;
    private final KeyPrefix prefix;
    private final List<PublishedObject> objects;
    private final byte[] manifest;

    /**
     * Prepares the steps.
     *
     * @param objects the objects of the set
     * @param manifest the bytes of its manifest
     */
    PostPublication(PublishContext context, KeyPrefix prefix, List<PublishedObject> objects, byte[] manifest) {
        this.context = context;
        this.prefix = prefix;
        this.objects = objects;
        this.manifest = manifest;
    }

    /**
     * Runs the steps.
     *
     * @param uploaded the objects that this build has uploaded
     * @param replaced the manifest that this one has replaced
     * @throws PostPublicationException if a step fails
     * @throws ConflictException if another build has overwritten or needs objects
     * @throws IntegrityException if an object is uploaded again, and the stored bytes differ
     */
    void run(
            ChecksumFile checksums,
            ChecksumFileWriter writer,
            Destinations destinations,
            Collection<PublishedObject> uploaded,
            ExistingManifest replaced) {
        try {
            repair(checksums, writer);
            copyToUsualKeys(destinations, uploaded);
            cleanUp(uploaded, replaced);
        } catch (StoreException | ListingException | ManifestException | InterruptedOperationException e) {
            throw new PostPublicationException(context.address(prefix), e);
        }
    }

    /**
     * Checks the checksum file and the objects, and uploads again what another build has overwritten. In place, that
     * can be any object, also an unchanged one; one listing shows all of them.
     */
    private void repair(ChecksumFile checksums, ChecksumFileWriter writer) {
        if (!context.isInPlace()) {
            writer.check(checksums, Optional.empty());
            return;
        }
        OverwrittenObjects overwritten = new OverwrittenObjects(context, prefix);
        Optional<ExistingObjects> existing = overwritten.find(objects, checksums.key());
        writer.check(checksums, existing.flatMap(there -> there.at(checksums.key())));
        overwritten.restore(objects, manifest, existing);
    }

    /**
     * Uploads those objects to their usual keys, too, that are at a fallback key. The objects there belong to no
     * manifest, now that this one is published.
     */
    private void copyToUsualKeys(Destinations destinations, Collection<PublishedObject> uploaded) {
        List<UploadRequest> copies = destinations.copiesToUsualKeys(uploaded);
        if (!copies.isEmpty()) {
            context.report(new PublishEvent.LeftoverObjectsOverwritten(context.address(prefix), copies.size()));
            context.uploadToPublishedSet(copies);
        }
    }

    /** Aborts incomplete uploads and deletes stale objects. */
    private void cleanUp(Collection<PublishedObject> uploaded, ExistingManifest replaced) {
        if (uploaded.stream().anyMatch(object -> object.partSize().isPresent())) {
            new StaleUploads(context, prefix).abort(objects);
        }
        if (context.options().clean()) {
            new StaleObjects(context, prefix).delete(objects, replaced, manifest);
        }
    }
}
