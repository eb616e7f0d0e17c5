package io.github.artifactpublisher.layout;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** How names become parts of keys. */
public enum KeyMode {
    /** As they are: {@code feature/x} stays readable, and is refused if it is not legal in a key. */
    RAW {
        @Override
        public String segment(String name) {
            return name;
        }
    },
    /**
     * Percent-encoded but for {@code A-Z a-z 0-9 . _ -} (the unreserved characters of RFC 3986 without {@code ~}), so
     * that every name is legal, two names never become one, and {@link #decode} gives the name back. A branch becomes
     * one segment, and so no branch's path is the beginning of another's.
     */
    ENCODED {
        @Override
        public String segment(String name) {
            boolean onlyDots = name.equals(".") || name.equals("..");
            StringBuilder encoded = new StringBuilder();
            for (byte b : KeyRules.utf8(name)) {
                boolean asIs = isUnreserved(b) && !(onlyDots && b == '.');
                encoded.append(asIs ? String.valueOf((char) b) : String.format("%%%02X", b & 0xff));
            }
            return encoded.toString();
        }
    };

    /** A name as one segment of a key. */
    public abstract String segment(String name);

    /** A path as segments of a key, each made of the name in its place. */
    public String path(String path) {
        return Arrays.stream(path.split("/", -1)).map(this::segment).collect(Collectors.joining("/"));
    }

    /**
     * The name or path that was encoded.
     *
     * @throws IllegalArgumentException if it is nothing that was encoded: a percent sign is not followed by two
     *     hexadecimal digits, or the bytes are no UTF-8
     */
    public static String decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] ascii = encoded.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < ascii.length; i++) {
            if (ascii[i] != '%') {
                bytes.write(ascii[i]);
            } else if (i + 2 < ascii.length) {
                bytes.write(HexFormat.fromHexDigits(new String(ascii, i + 1, 2, StandardCharsets.US_ASCII)));
                i += 2;
            } else {
                throw new IllegalArgumentException("'" + encoded + "' ends within a percent-encoded byte");
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("'" + encoded + "' is no UTF-8", e);
        }
    }

    private static boolean isUnreserved(byte b) {
        return (b >= 'A' && b <= 'Z')
                || (b >= 'a' && b <= 'z')
                || (b >= '0' && b <= '9')
                || b == '.'
                || b == '_'
                || b == '-';
    }
}
