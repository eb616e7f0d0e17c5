/** The port to whatever keeps the objects, and its values. Knows no vendor. */
package io.github.artifactpublisher.store;
