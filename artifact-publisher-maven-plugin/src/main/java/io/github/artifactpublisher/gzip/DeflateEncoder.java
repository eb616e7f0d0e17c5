package io.github.artifactpublisher.gzip;

import java.util.zip.Deflater;

/** Encodes blocks with the JDK's zlib: the baseline. Not thread-safe. */
final class DeflateEncoder {
    static final int PADDING = 8;

    static int bound(int size) {
        return size + (size >> 10) + 64;
    }

    /** Encodes {@code data[from..to)}, primed with what is before it, and ends on a whole byte. */
    int encode(byte[] data, int from, int to, boolean last, int level, byte[] out) {
        Deflater deflater = new Deflater(level, true);
        try {
            if (from > 0) {
                deflater.setDictionary(data, 0, from);
            }
            deflater.setInput(data, from, to - from);
            if (last) {
                deflater.finish();
            }
            return deflater.deflate(out, 0, out.length, last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH);
        } finally {
            deflater.end();
        }
    }
}
