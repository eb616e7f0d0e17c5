/** What a person reads: progress lines and the summary. Makes text; prints nothing. */
package io.github.artifactpublisher.report;
