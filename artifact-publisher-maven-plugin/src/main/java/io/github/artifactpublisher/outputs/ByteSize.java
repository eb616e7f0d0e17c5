package io.github.artifactpublisher.outputs;

import io.github.artifactpublisher.outputs.SelectionException.Fault;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of bytes.
 *
 * @param bytes not negative
 */
public record ByteSize(long bytes) {
    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,30}(?:\\.[0-9]{1,30})?) *([kmgtpe]?)(i?)b?", Pattern.CASE_INSENSITIVE);
    private static final String PREFIXES = "kmgtpe";

    /** Checks the sign. */
    public ByteSize {
        if (bytes < 0) {
            throw bad(Long.toString(bytes), "is negative");
        }
    }

    /**
     * Reads a size as people write it: {@code 1048576}, {@code 50MB}, {@code 1.5 GiB}, in any case. As in
     * travis-ci/artifacts, {@code MB} and {@code M} are 1,000,000 bytes, {@code MiB} and {@code Mi} 1,048,576, and a
     * part of a byte is dropped.
     *
     * @throws SelectionException if it cannot be read or does not fit 63 bits
     */
    public static ByteSize parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()
                || (matcher.group(2).isEmpty() && !matcher.group(3).isEmpty())) {
            throw bad(text, "is no size such as 1048576, 50MB or 1.5 GiB");
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
            throw bad(text, "is more than 63 bits can count");
        }
        return new ByteSize(bytes.longValueExact());
    }

    private static SelectionException bad(String text, String reason) {
        return new SelectionException(Fault.BAD_LIMIT, text, reason);
    }
}
