/** Uploads the files of a plan: reads and compresses them, in single PUTs or in parts, within a limit of memory. */
package io.github.artifactpublisher.transfer;
