/** The mojos, and what translates between Maven's world and the rooms below. The only room that imports Maven. */
package io.github.artifactpublisher.maven;
