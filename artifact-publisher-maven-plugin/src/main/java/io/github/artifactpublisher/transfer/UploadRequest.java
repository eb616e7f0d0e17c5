package io.github.artifactpublisher.transfer;

import io.github.artifactpublisher.plan.PlannedObject;
import java.util.List;

/**
 * A file to upload and the destinations of its object.
 *
 * @param planned the file
 * @param destinations at least one; the store copies the first object to the others, unless they are written once
 */
public record UploadRequest(PlannedObject planned, List<Destination> destinations) {}
