package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.manifest.Manifest;
import io.github.artifactpublisher.manifest.ManifestEntry;
import io.github.artifactpublisher.manifest.ManifestEntry.Artifact;
import io.github.artifactpublisher.manifest.ManifestEntry.Encoding;
import io.github.artifactpublisher.manifest.ManifestEntry.Stored;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.outputs.StoredForm;
import io.github.artifactpublisher.plan.PlannedObject;
import io.github.artifactpublisher.plan.StorageFingerprint;
import io.github.artifactpublisher.transfer.PublishedObject;
import java.util.List;
import java.util.Optional;

/** Creates a manifest of published objects and converts its entries back, and compares entries with planned files. */
final class ManifestEntries {
    private ManifestEntries() {}

    /** Creates the manifest of a set. It says nothing about conditional writes yet. */
    static Manifest manifest(PublishContext context, List<PublishedObject> objects) {
        return new Manifest(
                context.build(),
                Optional.of(context.clock().instant()),
                Optional.of(context.options().layout()),
                Optional.empty(),
                objects.stream()
                        .map(object -> of(object, context.options().storage()))
                        .toList());
    }

    /**
     * Creates the entry of an object.
     *
     * @param storage how the store keeps objects, as in {@link PublishOptions}
     */
    static ManifestEntry of(PublishedObject object, String storage) {
        Output output = object.planned().output();
        StoredForm form = object.planned().form();
        return new ManifestEntry(
                object.key(),
                output.name(),
                object.originalSize(),
                object.originalSha256(),
                output.executable(),
                output.coordinates()
                        .map(gav -> new Artifact(
                                gav.groupId(), gav.artifactId(), gav.version(), gav.classifier(), gav.extension())),
                Optional.of(form.contentType()),
                form.contentEncoded() ? Optional.of("gzip") : Optional.empty(),
                form.gzipped() ? Encoding.GZIP : Encoding.IDENTITY,
                Optional.of(StorageFingerprint.of(object.planned(), storage)),
                new Stored(
                        object.stored(),
                        object.partSize(),
                        object.etag(),
                        object.versionId(),
                        Optional.of(object.method())));
    }

    /**
     * Whether the object of a file would be the same, as far as this is known without reading the file.
     *
     * @param storage how the store keeps objects now, as in {@link PublishOptions}
     */
    static boolean mayBeOf(PlannedObject planned, ManifestEntry entry, String storage) {
        return entry.name().equals(planned.output().name())
                && entry.size() == planned.size()
                && entry.attributes().equals(Optional.of(StorageFingerprint.of(planned, storage)))
                && entry.stored().etag().isPresent()
                && entry.stored().verifiedBy().isPresent();
    }

    /** Returns the object of an unchanged file, for whose entry {@link #mayBeOf} holds. */
    static PublishedObject unchanged(PlannedObject planned, ManifestEntry entry) {
        Stored stored = entry.stored();
        return new PublishedObject(
                planned,
                entry.key(),
                entry.size(),
                entry.sha256(),
                stored.digests(),
                stored.partSize(),
                stored.etag(),
                stored.versionId(),
                stored.verifiedBy().orElseThrow(),
                true);
    }
}
