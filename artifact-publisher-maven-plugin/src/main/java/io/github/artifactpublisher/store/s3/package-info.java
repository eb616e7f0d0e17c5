/** The S3 adapter of the store: the only room that knows the AWS SDK. */
package io.github.artifactpublisher.store.s3;
