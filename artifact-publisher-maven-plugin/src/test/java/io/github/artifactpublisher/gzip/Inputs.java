package io.github.artifactpublisher.gzip;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Inputs that are the same on every machine. */
final class Inputs {
    private Inputs() {}

    /** Lines of words, some of them often and some rarely. */
    static byte[] text(int size) {
        Random random = new Random(size);
        StringBuilder text = new StringBuilder();
        while (text.length() < size) {
            int word = (int) Math.abs(random.nextGaussian() * 300);
            text.append("word-").append(word * 7919).append(random.nextInt(9) == 0 ? '\n' : ' ');
        }
        text.setLength(size);
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Bytes that do not shrink. */
    static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
