/** Publishes a plan to its targets, and resolves conflicts with other builds. */
package io.github.artifactpublisher.publish;
