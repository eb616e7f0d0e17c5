package io.github.artifactpublisher.testing;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Lower-case hexadecimal digests computed by the JDK, independent of the code under test. */
public final class JdkDigests {
    private JdkDigests() {}

    static String md5(byte[] bytes) {
        return hex("MD5", bytes);
    }

    /** Returns the SHA-256 of the bytes. */
    public static String sha256(byte[] bytes) {
        return hex("SHA-256", bytes);
    }

    /**
     * Returns the ETag of a multipart upload with this part size: the MD5 of the parts' MD5s, a dash, the number of
     * parts.
     */
    static String etagOfParts(byte[] bytes, int partSize) {
        ByteArrayOutputStream md5s = new ByteArrayOutputStream();
        int parts = 0;
        for (int start = 0; start < bytes.length; start += partSize) {
            byte[] part = Arrays.copyOfRange(bytes, start, Math.min(bytes.length, start + partSize));
            md5s.writeBytes(HexFormat.of().parseHex(md5(part)));
            parts++;
        }
        return md5(md5s.toByteArray()) + "-" + parts;
    }

    private static String hex(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
