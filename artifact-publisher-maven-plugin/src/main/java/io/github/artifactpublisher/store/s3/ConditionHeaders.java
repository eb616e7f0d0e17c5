package io.github.artifactpublisher.store.s3;

/**
 * The headers of a precondition; both are null if there is none.
 *
 * @param ifMatch the header If-Match
 * @param ifNoneMatch the header If-None-Match
 */
record ConditionHeaders(String ifMatch, String ifNoneMatch) {
    static final ConditionHeaders NONE = new ConditionHeaders(null, null);
    static final ConditionHeaders ABSENT = new ConditionHeaders(null, "*");

    boolean isPresent() {
        return ifMatch != null || ifNoneMatch != null;
    }

    static ConditionHeaders matching(String etag) {
        return new ConditionHeaders(etag, null);
    }
}
