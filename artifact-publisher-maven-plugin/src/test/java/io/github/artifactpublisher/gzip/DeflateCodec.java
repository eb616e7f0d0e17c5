package io.github.artifactpublisher.gzip;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Encodes with {@link DeflateEncoder} and decodes with the JDK's zlib. */
final class DeflateCodec {
    private DeflateCodec() {}

    /** Encodes the input after its first {@code window} bytes, which are the preset dictionary. */
    static byte[] encode(byte[] input, int window, int level, boolean last) {
        byte[] padded = Arrays.copyOf(input, input.length + DeflateEncoder.PADDING);
        byte[] out = new byte[DeflateEncoder.bound(input.length - window)];
        int size = new DeflateEncoder().encode(padded, window, input.length, last, Level.of(level), out);
        return Arrays.copyOf(out, size);
    }

    /** Decodes a whole stream; fails if it is damaged or if bytes follow it. */
    static byte[] decode(byte[] encoded, byte[] input, int window) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        try {
            if (window > 0) {
                int from = Math.max(0, window - Window.SIZE);
                inflater.setDictionary(input, from, window - from);
            }
            inflater.setInput(encoded);
            byte[] decoded = new byte[input.length - window + 1];
            int size = 0;
            int count = 1;
            while (count > 0) {
                count = inflater.inflate(decoded, size, decoded.length - size);
                size += count;
            }
            if (inflater.getRemaining() > 0) {
                throw new DataFormatException(inflater.getRemaining() + " bytes are left over");
            }
            return Arrays.copyOf(decoded, size);
        } finally {
            inflater.end();
        }
    }
}
