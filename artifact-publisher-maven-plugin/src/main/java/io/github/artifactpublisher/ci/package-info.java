/**
 * Which build is this: repository, branch or pull request or tag, commit, build number and URL. One table of CI servers
 * over an injected environment, with git as the last source.
 */
package io.github.artifactpublisher.ci;
