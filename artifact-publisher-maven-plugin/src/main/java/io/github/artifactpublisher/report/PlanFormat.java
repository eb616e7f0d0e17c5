package io.github.artifactpublisher.report;

/** In what form a plan is shown. */
public enum PlanFormat {
    /** Columns for a fixed-width font. */
    TEXT,
    /** Tables of GitHub-flavoured Markdown, for a job's summary or a comment. */
    MARKDOWN,
    /** One JSON object, for programs. */
    JSON
}
