/** Which files a build puts out, and in what form each is stored. */
package io.github.artifactpublisher.outputs;
