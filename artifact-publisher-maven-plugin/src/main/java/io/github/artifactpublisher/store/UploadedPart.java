package io.github.artifactpublisher.store;

import io.github.artifactpublisher.digest.Digests;

/**
 * An uploaded part of a multipart upload.
 *
 * @param number its position in the object, from 1
 * @param sent the digests of the bytes that were sent
 * @param result the store's answer; it has an ETag, which is needed to complete the upload
 */
public record UploadedPart(int number, Digests sent, PutResult result) {}
