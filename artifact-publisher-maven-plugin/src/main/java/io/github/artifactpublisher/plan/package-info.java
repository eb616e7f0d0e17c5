/** Plans a set: the file, the object name and the storage settings of each object. */
package io.github.artifactpublisher.plan;
