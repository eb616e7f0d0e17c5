package io.github.artifactpublisher.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

/** Chooses the action for each request, after its head was read and before its body. Must be thread-safe. */
@FunctionalInterface
public interface ProxyScript {

    ProxyAction on(HttpHead request);

    static ProxyScript passAll() {
        return request -> ProxyAction.pass();
    }

    /**
     * Forwards conditional writes of an object one at a time, so that they are atomic as on S3. S3Proxy 4.1.0 checks
     * the existing object and then writes, so two writes with the same condition could both succeed.
     */
    static ProxyScript conditionalWritesOneAtATime() {
        ConcurrentMap<String, Object> locks = new ConcurrentHashMap<>();
        return request -> request.header("If-Match")
                        .or(() -> request.header("If-None-Match"))
                        .isPresent()
                ? ProxyAction.alone(locks.computeIfAbsent(request.path(), path -> new Object()))
                : ProxyAction.pass();
    }

    /** Applies the action to every matching request and passes all others. */
    static ProxyScript always(Predicate<HttpHead> matches, ProxyAction action) {
        return request -> matches.test(request) ? action : ProxyAction.pass();
    }

    /** Applies an action that depends on the request to every matching request and passes all others. */
    static ProxyScript always(Predicate<HttpHead> matches, Function<HttpHead, ProxyAction> action) {
        return request -> matches.test(request) ? action.apply(request) : ProxyAction.pass();
    }

    /** Applies the action to the first matching requests and passes all others. */
    static ProxyScript first(int times, Predicate<HttpHead> matches, ProxyAction action) {
        AtomicInteger remaining = new AtomicInteger(times);
        return request -> matches.test(request) && remaining.getAndDecrement() > 0 ? action : ProxyAction.pass();
    }

    /** Runs the action before the nth matching request (from 1) is forwarded, and passes all requests. */
    static ProxyScript before(Predicate<HttpHead> matches, int nth, Runnable action) {
        AtomicInteger matched = new AtomicInteger();
        return request -> {
            if (matches.test(request) && matched.incrementAndGet() == nth) {
                action.run();
            }
            return ProxyAction.pass();
        };
    }

    /** Applies this script, and if it passes the request, the next one. */
    default ProxyScript then(ProxyScript next) {
        return request -> {
            ProxyAction action = on(request);
            return action.equals(ProxyAction.pass()) ? next.on(request) : action;
        };
    }

    /** Matches requests after the first one that matches {@code first}. Keeps a state, so it is for one script only. */
    static Predicate<HttpHead> after(Predicate<HttpHead> first, Predicate<HttpHead> matches) {
        AtomicBoolean seen = new AtomicBoolean();
        return request -> {
            if (first.test(request)) {
                seen.set(true);
                return false;
            }
            return seen.get() && matches.test(request);
        };
    }

    /** Requires a forward proxy's password (RFC 9110, status 407) for every request. */
    static ProxyScript behindPassword(String user, String password, ProxyScript then) {
        String basic = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        ProxyAction refuse = ProxyAction.answer(407, Map.of("Proxy-Authenticate", "Basic realm=\"scripted\""), "");
        return request ->
                request.header("Proxy-Authorization").filter(basic::equals).isPresent() ? then.on(request) : refuse;
    }

    /** Matches PUT requests whose path ends with this text, including the parts of a multipart upload. */
    static Predicate<HttpHead> put(String pathEnd) {
        return request -> request.method().equals("PUT") && request.path().endsWith(pathEnd);
    }
}
