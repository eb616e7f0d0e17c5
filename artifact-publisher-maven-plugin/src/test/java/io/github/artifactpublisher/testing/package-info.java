/**
 * A real S3 server on loopback, a proxy that breaks things on purpose, and the assertions on what was published. Packed
 * as the test-jar, because the stories in {@code src/it} use the same classes as the unit tests.
 *
 * <p>The reading side is the plain AWS SDK and never the plugin's own store: a test that read with the code under test
 * would not notice a mistake that both directions share.
 */
package io.github.artifactpublisher.testing;
