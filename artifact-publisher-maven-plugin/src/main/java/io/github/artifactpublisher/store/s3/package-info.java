/** The S3 adapter of the store. Only this package and those below it use the AWS SDK. */
package io.github.artifactpublisher.store.s3;
