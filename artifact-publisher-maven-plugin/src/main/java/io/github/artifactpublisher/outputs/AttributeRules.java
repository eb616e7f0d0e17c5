package io.github.artifactpublisher.outputs;

import io.github.artifactpublisher.outputs.SelectionException.Fault;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Checks the values of {@link ObjectAttributes}. Headers must be visible ASCII with single spaces between (RFC 9110):
 * S3 accepts more, but answers with RFC 2047 words, and proxies differ. For tags see S3 "Categorizing your objects
 * using tags".
 */
final class AttributeRules {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern NAME = Pattern.compile(TOKEN);
    private static final Pattern MEDIA_TYPE = Pattern.compile(TOKEN + "/" + TOKEN + "( ?;[ -~]+)?");
    private static final Pattern VALUE = Pattern.compile("[!-~]([ -~]*[!-~])?");

    /** S3 "Working with object metadata": names and values together. */
    private static final int MAX_METADATA_BYTES = 2048;

    /** The metadata that the plugin writes itself, see {@code transfer.UploadHeaders}. */
    private static final Set<String> OWN_METADATA = Set.of("build-url", "commit", "sha256");

    private static final int MAX_TAGS = 10;
    private static final int MAX_TAG_KEY = 128;
    private static final int MAX_TAG_VALUE = 256;
    private static final String TAG_PUNCTUATION = "+-=._:/@ ";

    private AttributeRules() {}

    static void requireMediaType(String attribute, String value) {
        require(
                MEDIA_TYPE.matcher(value).matches(),
                attribute,
                "is not a media type such as text/plain; charset=utf-8");
        requireValue(attribute, value);
    }

    static void requireValue(String attribute, String value) {
        require(
                VALUE.matcher(value).matches(),
                attribute,
                "is empty, begins or ends with a space, or has a character that is not visible ASCII");
    }

    /** Returns the metadata sorted, with names in lower case, as S3 returns them. */
    static Map<String, String> requireMetadata(Map<String, String> metadata) {
        Map<String, String> checked = new TreeMap<>();
        metadata.forEach((name, value) -> {
            String attribute = "metadata " + name;
            require(NAME.matcher(name).matches(), attribute, "has a name that is not an HTTP token");
            String lowerCase = name.toLowerCase(Locale.ROOT);
            require(!lowerCase.startsWith("x-amz-"), attribute, "begins with x-amz-, a prefix that S3 adds itself");
            require(!OWN_METADATA.contains(lowerCase), attribute, "is written by this plugin itself");
            requireValue(attribute, value);
            require(checked.put(lowerCase, value) == null, attribute, "exists twice, in lower and upper case");
        });
        int bytes = checked.entrySet().stream()
                .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
                .sum();
        require(bytes <= MAX_METADATA_BYTES, "metadata", "is " + bytes + " bytes; S3 allows " + MAX_METADATA_BYTES);
        return checked;
    }

    /** Returns the tags sorted. */
    static Map<String, String> requireTags(Map<String, String> tags) {
        require(tags.size() <= MAX_TAGS, "tags", "are " + tags.size() + "; S3 allows " + MAX_TAGS);
        tags.forEach((key, value) -> {
            String attribute = "tag " + key;
            require(!key.isEmpty(), attribute, "has an empty key");
            require(!key.startsWith("aws:"), attribute, "begins with aws:, which is reserved");
            requireTagText(attribute, "key", key, MAX_TAG_KEY);
            requireTagText(attribute, "value", value, MAX_TAG_VALUE);
        });
        return new TreeMap<>(tags);
    }

    /** Lengths are counted in UTF-16, as S3 does. */
    private static void requireTagText(String attribute, String part, String text, int maxLength) {
        require(
                text.length() <= maxLength,
                attribute,
                "has a " + part + " of " + text.length() + " characters; S3 allows " + maxLength);
        require(
                text.codePoints().allMatch(AttributeRules::isLegalInTag),
                attribute,
                "has a " + part + " with a character other than letters, digits, spaces and + - = . _ : / @");
    }

    private static boolean isLegalInTag(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || Character.getType(codePoint) == Character.NON_SPACING_MARK
                || TAG_PUNCTUATION.indexOf(codePoint) >= 0;
    }

    static void require(boolean legal, String attribute, String reason) {
        if (!legal) {
            throw new SelectionException(Fault.BAD_ATTRIBUTE, attribute, reason);
        }
    }
}
