package io.github.artifactpublisher.maven.settings;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations such as {@code 90s}, {@code 3m}, {@code 1.5 h}, {@code PT3M} and {@code 0}. */
final class DurationParser {
    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?) *(ms|s|m|h)", Pattern.CASE_INSENSITIVE);

    private static final Duration MAX = Duration.ofHours(24);

    private DurationParser() {}

    /**
     * Reads a setting that is a duration, at most 24 hours.
     *
     * @param min the shortest duration that is possible
     * @throws SettingException if it is no duration, or too short or too long
     */
    static Optional<Duration> setting(Settings settings, String property, Duration min) {
        return settings.text(property).map(given -> {
            Duration duration =
                    Settings.parsed(given, DurationParser::parse, "is not a duration such as 90s, 3m or PT3M");
            if (duration.compareTo(min) < 0 || duration.compareTo(MAX) > 0) {
                throw new SettingException(
                        given.source(),
                        "is '" + given.value() + "', which is not possible",
                        "Set it to " + (min.isZero() ? "0" : min.toSeconds() + "s") + " or more, up to " + MAX.toHours()
                                + "h.");
            }
            return duration;
        });
    }

    /**
     * Parses a duration.
     *
     * @throws IllegalArgumentException if it is malformed or negative, or a number other than 0 without a unit
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
