/**
 * A real S3 server on loopback, a proxy that injects faults, and assertions for published sets. Packaged as test jar,
 * because the stories in {@code src/it} use the same classes as the unit tests.
 *
 * <p>These classes read objects with the AWS SDK, never with the plugin's own store: the code under test would not
 * detect an error that reading and writing have in common.
 */
package io.github.artifactpublisher.testing;
