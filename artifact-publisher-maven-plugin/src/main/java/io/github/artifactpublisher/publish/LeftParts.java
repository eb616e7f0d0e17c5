package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.manifest.BuildFolder;
import io.github.artifactpublisher.store.IncompleteUpload;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.transfer.PublishedObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives up the uploads in parts that a run of the same set has begun and not ended, since it was killed: they take
 * room, and may be billed, where nobody sees them. It is looked for only by a run that sends something in parts itself,
 * since that is what a run sends again whose predecessor was killed while it did; so it costs other runs no request.
 */
final class LeftParts {
    /** Another build of the branch may be under way, and nothing tells whose an upload is; none takes so long. */
    static final Duration LEFT_AFTER = Duration.ofDays(1);

    private final Publication publication;
    private final KeyPrefix prefix;

    LeftParts(Publication publication, KeyPrefix prefix) {
        this.publication = publication;
        this.prefix = prefix;
    }

    /** Gives them up. Credentials that may not are no failure: a lifecycle rule of the bucket does the same. */
    void abort(List<PublishedObject> objects) {
        Set<ObjectKey> ours = objects.stream().map(PublishedObject::key).collect(Collectors.toSet());
        Instant old = publication.clock().instant().minus(LEFT_AFTER);
        try {
            List<IncompleteUpload> left = publication.store().incompleteUploads(prefix).stream()
                    .filter(upload -> ours.contains(upload.key()) || BuildFolder.contains(prefix, upload.key()))
                    .filter(upload -> upload.initiated().isBefore(old))
                    .toList();
            left.forEach(publication.store()::abort);
            if (!left.isEmpty()) {
                publication
                        .listener()
                        .noticed(new Notice.LeftPartsAborted(publication.store().address(prefix), left.size()));
            }
        } catch (StoreException e) {
            publication.listener().leftPartsUnknown(e);
        }
    }
}
