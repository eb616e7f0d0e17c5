/** Where a file goes: prefixes, keys, and the templates that make them. */
package io.github.artifactpublisher.layout;
