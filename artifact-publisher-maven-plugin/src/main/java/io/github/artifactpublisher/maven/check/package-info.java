/** Checks settings and bucket at the start of a build, before anything is compiled. */
package io.github.artifactpublisher.maven.check;
