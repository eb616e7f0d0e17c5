/**
 * Detects the build: repository, branch or pull request or tag, commit, build number and URL. Contains a table of CI
 * servers over an injected environment, with git as the last source.
 */
package io.github.artifactpublisher.ci;
