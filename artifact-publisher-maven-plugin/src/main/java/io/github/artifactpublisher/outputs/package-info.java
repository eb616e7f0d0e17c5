/**
 * Which files a build puts out, and in what form each is stored.
 *
 * <p>Selections find files, the guard judges them, limits measure them;
 * {@link io.github.artifactpublisher.outputs.FileSelector} does it in that order.
 */
package io.github.artifactpublisher.outputs;
