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
 * Aborts incomplete multipart uploads of an earlier run of the same set that was killed. They are invisible and may be
 * billed. Only a run that uploads parts itself looks for them, because the run after a killed one uploads the same file
 * again. So other runs need no request.
 */
final class StaleUploads {
    /** No build takes so long. A younger upload may belong to a running build. */
    static final Duration MIN_AGE = Duration.ofDays(1);

    private final PublishContext context;
    private final KeyPrefix prefix;

    StaleUploads(PublishContext context, KeyPrefix prefix) {
        this.context = context;
        this.prefix = prefix;
    }

    /** Aborts them. A refusal is no failure, because a lifecycle rule of the bucket can do the same. */
    void abort(List<PublishedObject> objects) {
        Set<ObjectKey> keys = objects.stream().map(PublishedObject::key).collect(Collectors.toSet());
        Instant before = context.clock().instant().minus(MIN_AGE);
        try {
            List<IncompleteUpload> stale = context.store().incompleteUploads(prefix).stream()
                    .filter(upload -> keys.contains(upload.key()) || BuildFolder.contains(prefix, upload.key()))
                    .filter(upload -> upload.initiated().isBefore(before))
                    .toList();
            stale.forEach(context.store()::abort);
            if (!stale.isEmpty()) {
                context.report(new PublishEvent.IncompleteUploadsAborted(context.address(prefix), stale.size()));
            }
        } catch (StoreException e) {
            context.listener().staleUploadsUnknown(e);
        }
    }
}
