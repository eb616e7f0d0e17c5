package io.github.artifactpublisher.testing;

/**
 * What a {@link ScriptedProxy} has seen of one request.
 *
 * @param head request line and headers, as the client sent them
 * @param bodyLength bytes of the body as received, chunked framing taken off
 * @param bodyMd5 lower-case hex of the MD5 of these bytes: of what the client sent, before any fault is applied
 */
public record RecordedRequest(HttpHead head, long bodyLength, String bodyMd5) {

    public String method() {
        return head.method();
    }

    public String path() {
        return head.path();
    }

    @Override
    public String toString() {
        return method() + " " + head.target() + " " + bodyLength + " bytes " + bodyMd5;
    }
}
