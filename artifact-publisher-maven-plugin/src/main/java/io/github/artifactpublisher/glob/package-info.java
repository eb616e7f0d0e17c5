/** Patterns of paths, and the files below a folder that match them. Means the same on every platform. */
package io.github.artifactpublisher.glob;
