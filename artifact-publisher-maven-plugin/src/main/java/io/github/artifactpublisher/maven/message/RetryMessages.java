package io.github.artifactpublisher.maven.message;

import io.github.artifactpublisher.store.Retry;
import io.github.artifactpublisher.store.UnansweredRequest;
import io.github.artifactpublisher.text.Quoted;
import java.time.Duration;
import java.util.Locale;

/** Makes the lines about requests that are sent again. */
final class RetryMessages {
    private RetryMessages() {}

    /** The line for a request that failed. */
    static String retrying(Retry retry) {
        return failed(retry) + "; attempt " + (retry.attempt() + 1) + " follows in " + seconds(retry.pause())
                + ", the last one within " + seconds(retry.left());
    }

    /** The line for a request that has no complete answer yet. */
    static String waiting(UnansweredRequest oldest) {
        return "Waiting for " + oldest.server() + ": " + oldest.action() + " " + Quoted.text(oldest.location())
                + " (attempt " + oldest.attempt() + ") has no complete answer after " + seconds(oldest.since())
                + others(oldest.others());
    }

    private static String others(int others) {
        return switch (others) {
            case 0 -> "";
            case 1 -> ", nor has 1 other request";
            default -> ", nor have " + others + " other requests";
        };
    }

    /** The line for a header that the server does not take. */
    static String refused(String server, String header) {
        return "The server " + server + " refuses the header " + header
                + "; the requests of this run go on without it, and Content-MD5 and ETag are still checked";
    }

    private static String failed(Retry retry) {
        return retry.action() + " " + Quoted.text(retry.location()) + " failed at " + retry.server() + " (attempt "
                + retry.attempt() + ": " + Quoted.text(retry.cause()) + ")";
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
