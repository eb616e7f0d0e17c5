package io.github.artifactpublisher.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of bytes, parsed and formatted as people write it.
 *
 * @param bytes not negative
 */
public record ByteSize(long bytes) {
    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,30}(?:\\.[0-9]{1,30})?) *([kmgtpe]?)(i?)b?", Pattern.CASE_INSENSITIVE);
    private static final String PREFIXES = "kmgtpe";
    private static final List<String> UNITS = List.of("KiB", "MiB", "GiB", "TiB");

    /**
     * Checks the sign.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("is negative");
        }
    }

    /**
     * Parses a size: {@code 1048576}, {@code 50MB}, {@code 1.5 GiB}, in any case. As in travis-ci/artifacts, {@code MB}
     * and {@code M} are 1,000,000 bytes, {@code MiB} and {@code Mi} 1,048,576, and a fraction of a byte is dropped.
     *
     * @throws IllegalArgumentException if it is not a size or does not fit 63 bits, with the reason as the end of a
     *     sentence that begins with the text
     */
    public static ByteSize parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()
                || (matcher.group(2).isEmpty() && !matcher.group(3).isEmpty())) {
            throw new IllegalArgumentException("is not a size such as 1048576, 50MB or 1.5 GiB");
        }
        int thousands = matcher.group(2).isEmpty()
                ? 0
                : PREFIXES.indexOf(matcher.group(2).toLowerCase(Locale.ROOT)) + 1;
        BigDecimal unit =
                BigDecimal.valueOf(matcher.group(3).isEmpty() ? 1000 : 1024).pow(thousands);
        BigInteger bytes = new BigDecimal(matcher.group(1))
                .multiply(unit)
                .setScale(0, RoundingMode.DOWN)
                .toBigIntegerExact();
        if (bytes.bitLength() > 63) {
            throw new IllegalArgumentException("is larger than 2^63 - 1 bytes");
        }
        return new ByteSize(bytes.longValueExact());
    }

    /** Formats a number of bytes: up to 1023 as {@code 1023 B}, then one decimal in binary units: {@code 1.5 MiB}. */
    public static String format(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        double value = bytes / 1024.0;
        int unit = 0;
        while (value >= 1023.95 && unit < UNITS.size() - 1) {
            value /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", value, UNITS.get(unit));
    }

    /** The size as {@link #format(long)} writes it. */
    @Override
    public String toString() {
        return format(bytes);
    }
}
