package io.github.artifactpublisher.plan;

import io.github.artifactpublisher.gzip.GzipWorkers;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.outputs.StoredForm;

/**
 * A file and the object that it becomes.
 *
 * @param output the file
 * @param form the form in which it is stored
 * @param size the size of the file in bytes when the plan was made
 * @param name the name of the object below the prefix of each target
 */
public record PlannedObject(Output output, StoredForm form, long size, String name) {
    private static final int DEFAULT_LEVEL = 6;

    /** Returns the level of gzip, from 1 to 9, for an object that is gzipped. */
    public int level() {
        return output.attributes().level().orElse(DEFAULT_LEVEL);
    }

    /** Returns the maximum size in bytes that the stored object can have. */
    public long maxStoredSize() {
        return form.gzipped() ? GzipWorkers.bound(size) : size;
    }
}
