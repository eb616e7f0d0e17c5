package io.github.artifactpublisher.digest;

import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The ETag of an object, without quotes.
 *
 * <p>After a single PUT without encryption or with SSE-S3, it is the MD5 of the stored bytes (S3 "Checking object
 * integrity"). After a multipart upload of N parts, it ends in {@code -N}. With SSE-KMS or SSE-C it is not an MD5, but
 * may look like one: check the encryption in the response that contains it.
 *
 * @param value the tag, not empty
 */
public record ETag(String value) {
    /** An ETag of no object, because no bytes with this MD5 are known. A condition with it tests a store. */
    public static final ETag OF_NO_OBJECT = new ETag("0".repeat(32));

    private static final Pattern MD5_SHAPED = Pattern.compile("[0-9a-fA-F]{32}");

    /** Checks that the tag is not empty. */
    public ETag {
        if (value.isBlank()) {
            throw new IllegalArgumentException("An ETag is not empty");
        }
    }

    /** Parses an ETag header: {@code "…"}, {@code W/"…"} or without quotes. */
    public static ETag parse(String header) {
        String tag = header.strip();
        if (tag.startsWith("W/")) {
            tag = tag.substring(2);
        }
        return new ETag(tag.replace("\"", ""));
    }

    /**
     * Computes the ETag of a multipart upload: the MD5 of the concatenated MD5s of the parts (16 bytes each), a dash,
     * and the number of parts (S3 "Checking object integrity").
     */
    public static ETag ofParts(List<Md5> parts) {
        MessageDigest md5 = DigestUtils.getMd5Digest();
        parts.forEach(part -> md5.update(HexDigits.bytes(part.hex())));
        return new ETag(Md5.of(md5.digest()).hex() + "-" + parts.size());
    }

    /** Whether the tag has the form of an MD5, unlike that of a multipart upload. */
    public boolean isMd5Shaped() {
        return MD5_SHAPED.matcher(value).matches();
    }

    /** Whether the tag has the form of a multipart upload with this number of parts. */
    public boolean isMultipart(int parts) {
        int dash = value.indexOf('-');
        return dash >= 0
                && MD5_SHAPED.matcher(value.substring(0, dash)).matches()
                && value.substring(dash + 1).equals(Integer.toString(parts));
    }

    /** Whether both tags are equal, ignoring the case of hexadecimal digits. */
    public boolean matches(ETag other) {
        return value.equalsIgnoreCase(other.value);
    }

    /** Whether the tag equals this MD5, ignoring the case of hexadecimal digits. */
    public boolean matches(Md5 md5) {
        return value.toLowerCase(Locale.ROOT).equals(md5.hex());
    }

    /** Returns the tag with quotes, as in a header (RFC 9110). */
    public String quoted() {
        return "\"" + value + "\"";
    }

    @Override
    public String toString() {
        return value;
    }
}
