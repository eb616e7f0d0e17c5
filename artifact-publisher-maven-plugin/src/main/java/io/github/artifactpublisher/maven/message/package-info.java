/** The messages of failures, of the events of a publication, and of retried requests. Makes the log safe to print. */
package io.github.artifactpublisher.maven.message;
