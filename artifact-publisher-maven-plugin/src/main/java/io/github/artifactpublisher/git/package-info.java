/** Asks the git command about the working copy: HEAD, branch, tag, remote, uncommitted changes. Reads only. */
package io.github.artifactpublisher.git;
