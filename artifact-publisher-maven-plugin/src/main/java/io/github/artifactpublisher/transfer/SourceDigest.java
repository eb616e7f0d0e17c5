package io.github.artifactpublisher.transfer;

import io.github.artifactpublisher.digest.Sha256;

/**
 * The size and the SHA-256 of a file as it was read.
 *
 * @param size in bytes
 * @param sha256 of the file itself, before it is gzipped
 */
public record SourceDigest(long size, Sha256 sha256) {}
