package io.github.artifactpublisher.store;

import io.github.artifactpublisher.digest.Digests;

/**
 * A part that the store keeps.
 *
 * @param number its place in the object, from 1 on
 * @param sent the digests of the bytes that were sent
 * @param receipt what the store answered; it has an ETag, by which the object is completed
 */
public record UploadedPart(int number, Digests sent, Receipt receipt) {}
