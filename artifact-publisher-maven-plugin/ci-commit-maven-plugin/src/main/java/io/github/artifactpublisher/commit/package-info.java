/** Tells a build which commit it builds, at the cost of one git process. */
package io.github.artifactpublisher.commit;
