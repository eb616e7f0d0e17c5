/** Collects the files of all modules, and publishes them when the session has passed. */
package io.github.artifactpublisher.maven.reactor;
