package io.github.artifactpublisher.report;

/** The formats of a plan. */
public enum PlanFormat {
    /** Columns for a fixed-width font. */
    TEXT,
    /** Tables of GitHub-flavoured Markdown, for a job's summary or a comment. */
    MARKDOWN,
    /** One JSON object, for programs. */
    JSON
}
