package io.github.artifactpublisher.testing;

import java.util.Map;
import java.util.function.UnaryOperator;

/** An action of {@link ScriptedProxy} for one request. */
public sealed interface ProxyAction {

    /** Forwards the request and returns the response, both unchanged. */
    static ProxyAction pass() {
        return new Pass();
    }

    /**
     * Forwards the request while no other request with this lock is running: for a server whose conditional writes are
     * not atomic, unlike those of S3.
     */
    static ProxyAction alone(Object lock) {
        return new Alone(lock);
    }

    /** Forwards the request with the middle byte of its body inverted, which Content-MD5 must detect. */
    static ProxyAction flipByte() {
        return new FlipByte();
    }

    /** Reads the body and sends this response; the server does not receive the request. */
    static ProxyAction answer(int status, Map<String, String> headers, String body) {
        return new Answer(status, Map.copyOf(headers), body);
    }

    /** Reads the body and sends this S3 error; the server does not receive the request. */
    static ProxyAction error(int status, String code) {
        return answer(status, Map.of(), "<Error><Code>" + code + "</Code></Error>");
    }

    /** Forwards the request and sets one response header, for example a wrong ETag. */
    static ProxyAction rewriteResponseHeader(String name, String value) {
        return new RewriteResponseHeader(name, value);
    }

    /**
     * Forwards the request and changes the answer: sets headers (an empty value removes one), and gives another body of
     * the same length. An answer that is no success is not changed.
     */
    static ProxyAction rewriteResponse(Map<String, String> headers, UnaryOperator<byte[]> body) {
        return new RewriteResponse(Map.copyOf(headers), body);
    }

    /** Forwards the request and sends this response to the client instead of the server's. */
    static ProxyAction replaceResponse(int status, Map<String, String> headers, String body) {
        return new ReplaceResponse(new Answer(status, Map.copyOf(headers), body));
    }

    /** Closes the connection after half of the request body; the server does not receive the request. */
    static ProxyAction cutRequest() {
        return new CutRequest();
    }

    /**
     * Forwards the request and closes the connection without a response: the object is written, but the client does not
     * know.
     */
    static ProxyAction loseResponse() {
        return new LoseResponse();
    }

    /** Reads the request and sends no response until the proxy is closed; the server does not receive the request. */
    static ProxyAction neverAnswer() {
        return new NeverAnswer();
    }

    record Pass() implements ProxyAction {}

    record Alone(Object lock) implements ProxyAction {}

    record FlipByte() implements ProxyAction {}

    record Answer(int status, Map<String, String> headers, String body) implements ProxyAction {}

    record RewriteResponseHeader(String name, String value) implements ProxyAction {}

    record RewriteResponse(Map<String, String> headers, UnaryOperator<byte[]> body) implements ProxyAction {}

    record ReplaceResponse(Answer answer) implements ProxyAction {}

    record CutRequest() implements ProxyAction {}

    record LoseResponse() implements ProxyAction {}

    record NeverAnswer() implements ProxyAction {}
}
