/** The goals and their parameters. */
package io.github.artifactpublisher.maven;
