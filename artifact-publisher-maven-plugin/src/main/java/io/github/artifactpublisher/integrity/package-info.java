/** Uploads objects, verifies what the store has stored, and uploads once more if it differs. */
package io.github.artifactpublisher.integrity;
