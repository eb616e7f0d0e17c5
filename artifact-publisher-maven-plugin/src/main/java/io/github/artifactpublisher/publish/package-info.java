/** Plan, transfer, verify, and the manifest last. Knows the store's port only. */
package io.github.artifactpublisher.publish;
