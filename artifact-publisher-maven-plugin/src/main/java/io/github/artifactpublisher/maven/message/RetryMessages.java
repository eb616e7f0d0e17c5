package io.github.artifactpublisher.maven.message;

import io.github.artifactpublisher.store.RetryEvent;
import io.github.artifactpublisher.store.UnansweredRequest;
import io.github.artifactpublisher.text.Quoted;
import java.time.Duration;
import java.util.Locale;

/** Makes the messages about requests that are retried or wait for an answer. */
final class RetryMessages {
    private RetryMessages() {}

    /** The message for a request that failed and is retried. */
    static String retrying(RetryEvent retry) {
        return failed(retry) + ". Retrying in " + seconds(retry.pause()) + " (attempt " + (retry.attempt() + 1)
                + "), for at most " + seconds(retry.left());
    }

    /** The message for a request that has no complete answer yet. */
    static String waiting(UnansweredRequest oldest) {
        return "Waiting for " + oldest.server() + ": " + oldest.action() + " " + Quoted.text(oldest.location())
                + " (attempt " + oldest.attempt() + ") has no complete answer after " + seconds(oldest.since())
                + others(oldest.others());
    }

    private static String others(int others) {
        return switch (others) {
            case 0 -> "";
            case 1 -> "; 1 other request is also waiting";
            default -> "; " + others + " other requests are also waiting";
        };
    }

    /** The message for a header that the server rejects. */
    static String refused(String server, String header) {
        return "The server " + server + " rejects the header " + header
                + ". This run sends all further requests without it; Content-MD5 and ETag are still checked";
    }

    private static String failed(RetryEvent retry) {
        return retry.action() + " " + Quoted.text(retry.location()) + " failed at " + retry.server() + " (attempt "
                + retry.attempt() + ": " + Quoted.text(retry.cause()) + ")";
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
