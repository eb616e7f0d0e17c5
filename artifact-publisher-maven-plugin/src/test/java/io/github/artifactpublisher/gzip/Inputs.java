package io.github.artifactpublisher.gzip;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Test inputs, the same on every machine. */
final class Inputs {
    /** One input of each kind, by name. */
    static final Map<String, byte[]> ALL = all();

    private Inputs() {}

    private static Map<String, byte[]> all() {
        Map<String, byte[]> inputs = new LinkedHashMap<>();
        inputs.put("nothing", new byte[0]);
        inputs.put("one byte", new byte[] {42});
        inputs.put("one run", new byte[300_000]);
        inputs.put("text", text(400_000));
        inputs.put("random", random(300_000));
        inputs.put("numbers", numbers(200_000));
        inputs.put("two kinds", twoKinds());
        inputs.put("near copies", nearCopies(300_000));
        inputs.put("few symbols", fewSymbols(100_000));
        inputs.put("one of each", oneOfEach());
        inputs.put("skewed", skewed());
        return inputs;
    }

    /** Lines of frequent and rare words. */
    static byte[] text(int size) {
        Random random = new Random(size);
        StringBuilder text = new StringBuilder();
        while (text.length() < size) {
            int word = (int) StrictMath.abs((random.nextDouble() + random.nextDouble() - 1) * 300);
            text.append("word-").append(word * 7919).append(random.nextInt(9) == 0 ? '\n' : ' ');
        }
        text.setLength(size);
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Incompressible bytes. */
    static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    /** Increasing little-endian integers, as in native code and tables: they give short matches of three bytes. */
    private static byte[] numbers(int size) {
        byte[] bytes = new byte[size];
        Random random = new Random(7);
        int value = 0;
        for (int at = 0; at + 4 <= size; at += 4) {
            value += random.nextInt(70);
            bytes[at] = (byte) value;
            bytes[at + 1] = (byte) (value >> 8);
            bytes[at + 2] = (byte) (value >> 16);
        }
        return bytes;
    }

    /** Text, numbers and noise in one input: the encoder should begin new blocks. */
    private static byte[] twoKinds() {
        byte[] bytes = text(300_000);
        System.arraycopy(numbers(90_000), 0, bytes, 60_000, 90_000);
        System.arraycopy(random(50_000), 0, bytes, 200_000, 50_000);
        return bytes;
    }

    private static byte[] nearCopies(int size) {
        Random random = new Random(3);
        byte[] bytes = random(size);
        for (int at = 700; at + 700 <= size; at += 700) {
            System.arraycopy(bytes, at - 700, bytes, at, 700);
            bytes[at + random.nextInt(700)]++;
            bytes[at + random.nextInt(700)]--;
        }
        return bytes;
    }

    private static byte[] fewSymbols(int size) {
        Random random = new Random(5);
        byte[] bytes = new byte[size];
        for (int at = 0; at < size; at++) {
            bytes[at] = (byte) (random.nextInt(10) == 0 ? 1 : random.nextInt(3) * 100);
        }
        return bytes;
    }

    private static byte[] oneOfEach() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    /** Frequencies like the Fibonacci numbers give the deepest Huffman tree, so that code lengths must be limited. */
    private static byte[] skewed() {
        byte[] bytes = new byte[400_000];
        Random random = new Random(11);
        for (int at = 0; at < bytes.length; at++) {
            int symbol = 0;
            while (symbol < 30 && random.nextInt(1000) < 382) {
                symbol++;
            }
            // Adjacent bytes differ, so that there are few matches and most symbols are literals.
            bytes[at] = (byte) (symbol * 8 + (at * 31 + random.nextInt(2)) % 8);
        }
        return bytes;
    }
}
