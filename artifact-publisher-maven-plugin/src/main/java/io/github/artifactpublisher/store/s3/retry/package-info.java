/** Sends S3 requests: retries them, checks that S3 has answered, and turns failures into {@code StoreException}. */
package io.github.artifactpublisher.store.s3.retry;
