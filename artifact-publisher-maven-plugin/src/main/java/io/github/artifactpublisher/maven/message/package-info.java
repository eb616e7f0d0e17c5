/** Every message that a user reads: failures, events of a publication, log lines. */
package io.github.artifactpublisher.maven.message;
