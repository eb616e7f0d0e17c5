package io.github.artifactpublisher.testing;

import java.util.Map;

/** What a {@link ScriptedProxy} does with one request. */
public sealed interface ProxyAction {

    /** Forwards the request and returns the answer, both unchanged. */
    static ProxyAction pass() {
        return new Pass();
    }

    /**
     * Forwards the request while no other that has this lock is under way: for a server that compares and then writes,
     * where S3 does both at once.
     */
    static ProxyAction alone(Object lock) {
        return new Alone(lock);
    }

    /** Inverts the byte in the middle of the body and forwards it: the fault that Content-MD5 is there for. */
    static ProxyAction flipByte() {
        return new FlipByte();
    }

    /** Takes the body and answers itself; the server hears nothing. */
    static ProxyAction answer(int status, Map<String, String> headers, String body) {
        return new Answer(status, Map.copyOf(headers), body);
    }

    /** Forwards the request and sets one header of the answer, for example a wrong ETag. */
    static ProxyAction rewriteResponseHeader(String name, String value) {
        return new RewriteResponseHeader(name, value);
    }

    /** Forwards the request, which the server carries out, and gives the client another answer than the server's. */
    static ProxyAction replaceResponse(int status, Map<String, String> headers, String body) {
        return new ReplaceResponse(new Answer(status, Map.copyOf(headers), body));
    }

    /** Closes the connection after half of the request's body; the server hears nothing. */
    static ProxyAction cutRequest() {
        return new CutRequest();
    }

    /**
     * Forwards the request, and closes the connection without a byte of the answer: written, and the client not told.
     */
    static ProxyAction loseResponse() {
        return new LoseResponse();
    }

    /** Takes the request and keeps the client waiting until the proxy is closed; the server hears nothing. */
    static ProxyAction neverAnswer() {
        return new NeverAnswer();
    }

    record Pass() implements ProxyAction {}

    record Alone(Object lock) implements ProxyAction {}

    record FlipByte() implements ProxyAction {}

    record Answer(int status, Map<String, String> headers, String body) implements ProxyAction {}

    record RewriteResponseHeader(String name, String value) implements ProxyAction {}

    record ReplaceResponse(Answer answer) implements ProxyAction {}

    record CutRequest() implements ProxyAction {}

    record LoseResponse() implements ProxyAction {}

    record NeverAnswer() implements ProxyAction {}
}
