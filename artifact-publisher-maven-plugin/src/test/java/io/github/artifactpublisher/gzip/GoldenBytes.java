package io.github.artifactpublisher.gzip;

import io.github.artifactpublisher.digest.Digests;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Computes a SHA-256 of the compressed test inputs. Also a program, so that other JDKs can run it. */
final class GoldenBytes {
    private GoldenBytes() {}

    public static void main(String[] args) {
        System.out.println("golden " + digest(6) + " " + digest(1) + " " + digest(9));
    }

    /** Returns the SHA-256 of the gzip members of all inputs at a level, and of one input of several chunks. */
    static String digest(int level) {
        try (GzipWorkers workers = new GzipWorkers(2)) {
            ByteArrayOutputStream members = new ByteArrayOutputStream();
            for (byte[] input : Inputs.ALL.values()) {
                workers.compress(new ByteArrayInputStream(input), members, level);
            }
            workers.compress(new ByteArrayInputStream(severalChunks()), members, level);
            return Digests.of(members.toByteArray()).sha256().hex();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] severalChunks() {
        byte[] bytes = new byte[3 * Chunk.SIZE + 17];
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
