package io.github.artifactpublisher.outputs;

import io.github.artifactpublisher.outputs.SelectionException.Fault;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the values of an object's headers may be: visible ASCII and single spaces between (RFC 9110). S3 takes more, but
 * answers with RFC 2047 words, and proxies differ.
 */
final class HeaderRules {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern NAME = Pattern.compile(TOKEN);
    private static final Pattern MEDIA_TYPE = Pattern.compile(TOKEN + "/" + TOKEN + "( ?;[ -~]+)?");
    private static final Pattern VALUE = Pattern.compile("[!-~]([ -~]*[!-~])?");

    /** S3 "Working with object metadata": names and values together. */
    private static final int MOST_METADATA_BYTES = 2048;

    /** What every object gets would take the place of what was asked for. */
    private static final Set<String> OWN_METADATA = Set.of("build-url", "commit", "sha256");

    private HeaderRules() {}

    static void requireMediaType(String attribute, String value) {
        require(MEDIA_TYPE.matcher(value).matches(), attribute, "is no media type such as text/plain; charset=utf-8");
        requireValue(attribute, value);
    }

    static void requireValue(String attribute, String value) {
        require(
                VALUE.matcher(value).matches(),
                attribute,
                "is empty, begins or ends with a space, or has a character that is not visible ASCII");
    }

    /** Sorted, and with small letters, because that is how S3 gives the names back. */
    static Map<String, String> requireMetadata(Map<String, String> metadata) {
        Map<String, String> checked = new TreeMap<>();
        metadata.forEach((name, value) -> {
            String attribute = "metadata " + name;
            require(NAME.matcher(name).matches(), attribute, "has a name that is no token of HTTP");
            String small = name.toLowerCase(Locale.ROOT);
            require(!small.startsWith("x-amz-"), attribute, "begins with x-amz-, which S3 puts before it itself");
            require(!OWN_METADATA.contains(small), attribute, "is written by this plugin itself");
            requireValue(attribute, value);
            require(checked.put(small, value) == null, attribute, "is there twice, in small and capital letters");
        });
        int bytes = checked.entrySet().stream()
                .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
                .sum();
        require(bytes <= MOST_METADATA_BYTES, "metadata", "is " + bytes + " bytes; S3 allows " + MOST_METADATA_BYTES);
        return checked;
    }

    static void require(boolean legal, String attribute, String reason) {
        if (!legal) {
            throw new SelectionException(Fault.BAD_ATTRIBUTE, attribute, reason);
        }
    }
}
