package io.github.artifactpublisher.maven.message;

import io.github.artifactpublisher.outputs.RefusedFile;

/**
 * A report of a failed build that is not published, because the safety check refuses it.
 *
 * @param folder the folder of the module, with which the names of its files begin
 * @param file the refused file, with a path relative to that folder
 */
public record RefusedReport(String folder, RefusedFile file) {}
