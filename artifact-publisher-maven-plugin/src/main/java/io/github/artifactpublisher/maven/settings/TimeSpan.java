package io.github.artifactpublisher.maven.settings;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations as people write them: {@code 90s}, {@code 3m}, {@code 1.5 h}, {@code PT3M}, {@code 0}. */
final class TimeSpan {
    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?) *(ms|s|m|h)", Pattern.CASE_INSENSITIVE);

    private TimeSpan() {}

    /**
     * The duration.
     *
     * @throws IllegalArgumentException if it cannot be read or is negative; a number without a unit is none, except 0
     */
    static Duration parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (text.matches("0+")) {
            return Duration.ZERO;
        } else if (matcher.matches()) {
            BigDecimal millis = new BigDecimal(matcher.group(1)).multiply(unit(matcher.group(2)));
            return Duration.ofMillis(millis.longValue());
        }
        return iso(text);
    }

    private static BigDecimal unit(String name) {
        return BigDecimal.valueOf(
                switch (name.toLowerCase(Locale.ROOT)) {
                    case "ms" -> 1L;
                    case "s" -> 1_000L;
                    case "m" -> 60_000L;
                    default -> 3_600_000L;
                });
    }

    private static Duration iso(String text) {
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(text, e);
        }
        throw new IllegalArgumentException(text);
    }
}
