package io.github.artifactpublisher.layout;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The rules for keys. S3 accepts any UTF-8 of up to 1024 bytes. Names that S3 stores, but that browsers, proxies or
 * {@code aws s3 sync} change or misread, are refused as well (S3 "Creating object key names").
 */
final class KeyRules {
    static final int MAX_BYTES = 1024;

    private KeyRules() {}

    static String require(String text) {
        if (text.isEmpty()) {
            throw new KeyException(text, "is empty");
        }
        int bytes = utf8(text).length;
        if (bytes > MAX_BYTES) {
            throw new KeyException(text, "is " + bytes + " bytes of UTF-8; S3 allows " + MAX_BYTES);
        }
        text.codePoints().forEach(c -> requireCharacter(text, c));
        for (String segment : text.split("/", -1)) {
            requireSegment(text, segment);
        }
        return text;
    }

    /**
     * The bytes of a text.
     *
     * @throws KeyException if it has half of a surrogate pair: the JDK would write a question mark, so that different
     *     names would have the same key
     */
    static byte[] utf8(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new KeyException(text, "has half of a surrogate pair, which is not valid UTF-8", e);
        }
    }

    private static void requireCharacter(String text, int c) {
        if (Character.isISOControl(c)) {
            throw new KeyException(text, String.format("has the control character U+%04X", c));
        }
        if (c == 0xFFFE || c == 0xFFFF) {
            throw new KeyException(
                    text,
                    String.format("has the character U+%04X, which XML, and therefore a listing, cannot contain", c));
        }
        if (c == '\\') {
            throw new KeyException(text, "has a backslash");
        }
    }

    private static void requireSegment(String text, String segment) {
        if (segment.isEmpty()) {
            throw new KeyException(text, "has an empty segment: a '/' at its start or end, or '//'");
        }
        if (segment.equals(".") || segment.equals("..")) {
            throw new KeyException(text, "has the segment '" + segment + "'");
        }
    }
}
