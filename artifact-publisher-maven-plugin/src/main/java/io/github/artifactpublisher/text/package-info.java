/** Small values and tools for text: quoting of text from outside, values with their source, tables, sizes. */
package io.github.artifactpublisher.text;
