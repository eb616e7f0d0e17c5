package io.github.artifactpublisher.outputs;

/**
 * A file of a module that is not published because the guard refuses it.
 *
 * @param folder the module's folder, as the names of its files begin
 * @param finding what the guard found in that folder
 */
public record KeptBack(String folder, Finding finding) {}
