package io.github.artifactpublisher.maven;

import io.github.artifactpublisher.ci.Quoted;
import io.github.artifactpublisher.store.Repeat;
import java.time.Duration;
import java.util.Locale;

/** Makes the lines about requests that are sent again. */
final class RepeatSentences {
    private RepeatSentences() {}

    /** The line for a request that failed. */
    static String repeated(Repeat repeat) {
        return failed(repeat) + "; attempt " + (repeat.attempt() + 1) + " follows in " + seconds(repeat.pause())
                + ", the last one within " + seconds(repeat.left());
    }

    /** The line for a request that was sent again and has no answer yet. */
    static String waiting(Repeat last, Duration since) {
        return "Attempt " + (last.attempt() + 1) + " has no answer after " + seconds(since) + ". " + failed(last);
    }

    /** The line for a header that the server does not take. */
    static String refused(String server, String header) {
        return "The server " + server + " refuses the header " + header
                + "; the requests of this run go on without it, and Content-MD5 and ETag are still checked";
    }

    private static String failed(Repeat repeat) {
        return repeat.action() + " " + Quoted.text(repeat.location()) + " failed at " + repeat.server() + " (attempt "
                + repeat.attempt() + ": " + Quoted.text(repeat.cause()) + ")";
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
