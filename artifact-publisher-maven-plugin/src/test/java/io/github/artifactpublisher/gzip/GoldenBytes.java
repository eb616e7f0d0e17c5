package io.github.artifactpublisher.gzip;

import io.github.artifactpublisher.digest.Digests;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** The digest of what all inputs become at all levels. Also a program, to be run on other JDKs. */
final class GoldenBytes {
    private GoldenBytes() {}

    public static void main(String[] args) {
        System.out.println("golden " + digest(6) + " " + digest(1) + " " + digest(9));
    }

    /** Of the members of all inputs at a level, one after the other, and of one of several blocks. */
    static String digest(int level) {
        try (GzipWorkers workers = new GzipWorkers(2)) {
            ByteArrayOutputStream members = new ByteArrayOutputStream();
            for (byte[] input : Inputs.ALL.values()) {
                workers.compress(new ByteArrayInputStream(input), members, level);
            }
            workers.compress(new ByteArrayInputStream(severalBlocks()), members, level);
            return Digests.of(members.toByteArray()).sha256().hex();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] severalBlocks() {
        byte[] bytes = new byte[3 * Block.SIZE + 17];
        Arrays.fill(bytes, (byte) 'x');
        int at = 0;
        while (at < bytes.length) {
            for (byte[] input : Inputs.ALL.values()) {
                int length = Math.min(input.length, bytes.length - at);
                System.arraycopy(input, 0, bytes, at, length);
                at += length;
            }
        }
        return bytes;
    }
}
