package io.github.artifactpublisher.transfer;

import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.plan.PlannedObject;
import java.util.List;

/**
 * A file to upload and the destinations of its object.
 *
 * @param planned the file
 * @param destinations at least one; the store copies the first object to the others, unless they are written once
 */
public record UploadRequest(PlannedObject planned, List<Destination> destinations) {
    /** Returns the request to upload a file to one key, where the object replaces any other one. */
    public static UploadRequest replacing(PlannedObject planned, ObjectKey key) {
        return new UploadRequest(planned, List.of(Destination.replacing(key)));
    }
}
