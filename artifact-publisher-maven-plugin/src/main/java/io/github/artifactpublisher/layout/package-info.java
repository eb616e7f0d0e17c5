/** The layout of a bucket: prefixes, keys, and the templates for them. */
package io.github.artifactpublisher.layout;
