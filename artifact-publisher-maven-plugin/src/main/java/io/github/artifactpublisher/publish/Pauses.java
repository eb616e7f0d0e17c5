package io.github.artifactpublisher.publish;

import java.util.concurrent.TimeUnit;

/**
 * What is waited for other builds.
 *
 * @param beforeAttempt when another build has come in between, before the next attempt
 * @param beforeLook when a newer build may be putting its set right, before the next look at it
 */
public record Pauses(Pause beforeAttempt, Pause beforeLook) {
    private static final long FIRST_LOOK_MILLIS = 250;
    private static final long MOST_LOOK_MILLIS = 8000;

    /** Those of a build. */
    public static Pauses usual() {
        return new Pauses(Pause.jittered(), look -> TimeUnit.MILLISECONDS.sleep(millisBeforeLook(look)));
    }

    /** Twice as long from look to look, for little may be missing or much; and then no longer. */
    static long millisBeforeLook(int look) {
        return Math.min(MOST_LOOK_MILLIS, FIRST_LOOK_MILLIS << Math.min(look - 2, 10));
    }
}
