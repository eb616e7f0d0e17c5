/** Texts for people: progress lines, the summary and the plan. Prints nothing. */
package io.github.artifactpublisher.report;
