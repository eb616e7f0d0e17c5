package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.outputs.StoredForm;

/**
 * A file and the object that it is to become.
 *
 * @param output the file
 * @param form in what form it is stored
 * @param size the file's size in bytes when the plan was made
 * @param name the object's name below the prefix of each target
 */
public record PlannedObject(Output output, StoredForm form, long size, String name) {}
