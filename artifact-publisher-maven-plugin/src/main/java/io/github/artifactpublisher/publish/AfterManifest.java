package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.manifest.ChecksumFile;
import io.github.artifactpublisher.manifest.ChecksumFileWriter;
import io.github.artifactpublisher.manifest.ExistingManifest;
import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.store.ExistingObjects;
import io.github.artifactpublisher.transfer.PublishedObject;
import io.github.artifactpublisher.transfer.UploadRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is left to do once the manifest of a set stands. */
final class AfterManifest {
    private final Publication publication;
    private final KeyPrefix prefix;
    private final List<PublishedObject> objects;
    private final byte[] manifest;

    /**
     * Begins.
     *
     * @param objects of the set
     * @param manifest of the set, as it was written
     */
    AfterManifest(Publication publication, KeyPrefix prefix, List<PublishedObject> objects, byte[] manifest) {
        this.publication = publication;
        this.prefix = prefix;
        this.objects = objects;
        this.manifest = manifest;
    }

    /**
     * Looks whether what the manifest names still stands, and mends it. In place others may have replaced what was sent
     * just now, and what was left as unchanged as well; one listing shows all objects and the checksum file.
     */
    void look(ChecksumFile checksums, ChecksumFileWriter writer) {
        if (publication.options().layout() == Layout.BY_BUILD) {
            writer.check(checksums, Optional.empty());
            return;
        }
        ReplacedObjects replaced = new ReplacedObjects(publication, prefix);
        Optional<ExistingObjects> now = replaced.look(objects, checksums.key());
        writer.check(checksums, now.flatMap(there -> there.at(checksums.key())));
        replaced.sendAgain(objects, manifest, now);
    }

    /** What others have left without a manifest is nobody's now, and the usual addresses are this set's. */
    void settle(Places places, Collection<PublishedObject> sent) {
        List<UploadRequest> beside = places.toTheUsual(sent);
        if (!beside.isEmpty()) {
            publication
                    .listener()
                    .noticed(new Notice.LeftReplaced(publication.store().address(prefix), beside.size()));
            publication.sendToStanding(beside);
        }
    }

    /**
     * Gives up parts and deletes objects that are left over.
     *
     * @param sent what this build has sent
     * @param existing what the set has replaced
     */
    void tidy(Collection<PublishedObject> sent, ExistingManifest existing) {
        if (sent.stream().anyMatch(object -> object.partSize().isPresent())) {
            new LeftParts(publication, prefix).abort(objects);
        }
        if (publication.options().clean()) {
            new Cleaning(publication, prefix).deleteWhatIsNotIn(objects, existing, manifest);
        }
    }
}
