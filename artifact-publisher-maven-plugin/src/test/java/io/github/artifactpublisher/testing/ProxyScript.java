package io.github.artifactpublisher.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Decides on each request when its head has been read, and before its body is. Called by several threads at a time. */
@FunctionalInterface
public interface ProxyScript {

    ProxyAction on(HttpHead request);

    static ProxyScript passAll() {
        return request -> ProxyAction.pass();
    }

    /**
     * Conditional writes of an object go to the server one after the other, as S3 itself has it. S3Proxy 4.1.0 looks at
     * the object that stands, and then writes: two writes on one condition can both succeed there.
     */
    static ProxyScript conditionalWritesOneAtATime() {
        ConcurrentMap<String, Object> locks = new ConcurrentHashMap<>();
        return request -> request.header("If-Match")
                        .or(() -> request.header("If-None-Match"))
                        .isPresent()
                ? ProxyAction.alone(locks.computeIfAbsent(request.path(), path -> new Object()))
                : ProxyAction.pass();
    }

    /** The action for every request that fits, all others pass. */
    static ProxyScript always(Predicate<HttpHead> fits, ProxyAction action) {
        return request -> fits.test(request) ? action : ProxyAction.pass();
    }

    /** The action for the first requests that fit, all others pass. */
    static ProxyScript first(int times, Predicate<HttpHead> fits, ProxyAction action) {
        AtomicInteger left = new AtomicInteger(times);
        return request -> fits.test(request) && left.getAndDecrement() > 0 ? action : ProxyAction.pass();
    }

    /** A forward proxy's password (RFC 9110, 407): without it nothing passes. */
    static ProxyScript behindPassword(String user, String password, ProxyScript then) {
        String basic = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        ProxyAction refuse = ProxyAction.answer(407, Map.of("Proxy-Authenticate", "Basic realm=\"scripted\""), "");
        return request ->
                request.header("Proxy-Authorization").filter(basic::equals).isPresent() ? then.on(request) : refuse;
    }

    /** Object uploads whose path ends so, parts of a multipart upload among them. */
    static Predicate<HttpHead> put(String pathEnd) {
        return request -> request.method().equals("PUT") && request.path().endsWith(pathEnd);
    }
}
