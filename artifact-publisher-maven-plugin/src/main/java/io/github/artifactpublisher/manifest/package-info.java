/** The manifest and the checksum file of a published set: their formats, and how both are read and written. */
package io.github.artifactpublisher.manifest;
