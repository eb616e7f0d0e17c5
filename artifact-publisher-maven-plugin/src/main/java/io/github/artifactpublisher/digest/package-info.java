/** Values and streams for the digests that travel with an object: MD5, SHA-256 and the ETag. */
package io.github.artifactpublisher.digest;
