package io.github.artifactpublisher.testing;

/**
 * A request that {@link ScriptedProxy} received.
 *
 * @param head request line and headers, unchanged
 * @param bodyLength the number of body bytes, without chunked framing
 * @param bodyMd5 the MD5 of the body that the client sent, in lower-case hexadecimal digits
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
