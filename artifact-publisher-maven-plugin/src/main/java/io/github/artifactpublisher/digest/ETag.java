package io.github.artifactpublisher.digest;

import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The entity tag of an object, without its quotes.
 *
 * <p>It is the MD5 of the stored bytes after a single PUT with no encryption or with SSE-S3 (S3 "Checking object
 * integrity"). After a multipart upload it ends in {@code -N}. With SSE-KMS or SSE-C it is something else that may look
 * like an MD5 all the same, so only the response that brought it can say what it is.
 *
 * @param value the tag, not empty
 */
public record ETag(String value) {
    private static final Pattern MD5_SHAPED = Pattern.compile("[0-9a-fA-F]{32}");

    /** Checks that there is a tag. */
    public ETag {
        if (value.isBlank()) {
            throw new IllegalArgumentException("An ETag is not empty");
        }
    }

    /** Takes the tag out of a header: {@code "…"}, {@code W/"…"} or bare. */
    public static ETag parse(String header) {
        String tag = header.strip();
        if (tag.startsWith("W/")) {
            tag = tag.substring(2);
        }
        return new ETag(tag.replace("\"", ""));
    }

    /**
     * The tag of an object that was put in parts: the MD5 of the parts' MD5s (of the 16 bytes of each, in their order),
     * a dash, and the number of parts (S3 "Checking object integrity").
     */
    public static ETag ofParts(List<Md5> parts) {
        MessageDigest md5 = DigestUtils.getMd5Digest();
        parts.forEach(part -> md5.update(HexDigits.bytes(part.hex())));
        return new ETag(Md5.of(md5.digest()).hex() + "-" + parts.size());
    }

    /** Whether the tag could be an MD5; a multipart tag could not. */
    public boolean isMd5Shaped() {
        return MD5_SHAPED.matcher(value).matches();
    }

    /** Whether the tag has the form of one of so many parts. */
    public boolean isShapedAsOf(int parts) {
        int dash = value.indexOf('-');
        return dash >= 0
                && MD5_SHAPED.matcher(value.substring(0, dash)).matches()
                && value.substring(dash + 1).equals(Integer.toString(parts));
    }

    /** Whether both are the same, in whatever case the server writes hexadecimal digits. */
    public boolean matches(ETag other) {
        return value.equalsIgnoreCase(other.value);
    }

    /** Whether the tag is this MD5. */
    public boolean matches(Md5 md5) {
        return value.toLowerCase(Locale.ROOT).equals(md5.hex());
    }

    @Override
    public String toString() {
        return value;
    }
}
