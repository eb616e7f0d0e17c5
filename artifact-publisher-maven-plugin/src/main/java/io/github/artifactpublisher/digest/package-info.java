/** MD5, SHA-256 and ETag as values, and streams that compute them. */
package io.github.artifactpublisher.digest;
