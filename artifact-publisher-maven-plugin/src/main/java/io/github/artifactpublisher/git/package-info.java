/**
 * Asks the git command about the working copy: HEAD, branch, tag, remote, uncommitted and untracked files. Only reads.
 */
package io.github.artifactpublisher.git;
