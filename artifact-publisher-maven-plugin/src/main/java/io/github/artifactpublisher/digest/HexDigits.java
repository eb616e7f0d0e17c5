package io.github.artifactpublisher.digest;

import java.util.regex.Pattern;
import org.apache.commons.codec.DecoderException;
import org.apache.commons.codec.binary.Hex;

/** Checks and decodes the lower-case hexadecimal digits of a digest. */
final class HexDigits {
    private static final Pattern LOWER_CASE_HEX = Pattern.compile("[0-9a-f]*");

    private HexDigits() {}

    static String require(String hex, int digits, String name) {
        if (hex.length() != digits || !LOWER_CASE_HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException(
                    name + " is " + digits + " lower-case hexadecimal digits, not '" + hex + "'");
        }
        return hex;
    }

    /** Decodes digits that {@link #require} has checked. */
    static byte[] bytes(String hex) {
        try {
            return Hex.decodeHex(hex);
        } catch (DecoderException e) {
            throw new IllegalStateException("unchecked digest " + hex, e);
        }
    }
}
