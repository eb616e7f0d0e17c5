/** Runs tasks on several threads, and ends them when one fails or the build is interrupted. */
package io.github.artifactpublisher.concurrent;
