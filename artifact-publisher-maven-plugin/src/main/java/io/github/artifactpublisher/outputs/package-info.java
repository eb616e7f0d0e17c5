/**
 * The files that a build publishes, and the form in which each is stored.
 *
 * <p>{@link io.github.artifactpublisher.outputs.FileSelector} finds the files of selections and checks that they may be
 * published; {@link io.github.artifactpublisher.outputs.Limits} checks their number and size.
 */
package io.github.artifactpublisher.outputs;
