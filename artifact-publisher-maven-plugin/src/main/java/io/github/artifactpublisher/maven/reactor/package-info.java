/** Collects what the modules of a build publish, and publishes it when the session has passed. */
package io.github.artifactpublisher.maven.reactor;
