package io.github.artifactpublisher.outputs;

import static io.github.artifactpublisher.outputs.HeaderRules.require;

import java.util.Map;
import java.util.TreeMap;

/**
 * What an object's tags may be (S3 "Categorizing your objects using tags"). Lengths are counted in UTF-16, as S3 does.
 */
final class TagRules {
    private static final int MOST_TAGS = 10;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;
    private static final String PUNCTUATION = "+-=._:/@ ";

    private TagRules() {}

    static Map<String, String> requireTags(Map<String, String> tags) {
        require(tags.size() <= MOST_TAGS, "tags", "are " + tags.size() + "; S3 allows " + MOST_TAGS);
        tags.forEach((key, value) -> {
            String attribute = "tag " + key;
            require(!key.isEmpty(), attribute, "has an empty key");
            require(!key.startsWith("aws:"), attribute, "begins with aws:, which is reserved");
            requireText(attribute, "key", key, LONGEST_KEY);
            requireText(attribute, "value", value, LONGEST_VALUE);
        });
        return new TreeMap<>(tags);
    }

    private static void requireText(String attribute, String part, String text, int longest) {
        require(
                text.length() <= longest,
                attribute,
                "has a " + part + " of " + text.length() + " characters; S3 allows " + longest);
        require(
                text.codePoints().allMatch(TagRules::isLegal),
                attribute,
                "has a " + part + " with a character other than letters, digits, spaces and + - = . _ : / @");
    }

    private static boolean isLegal(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || Character.getType(codePoint) == Character.NON_SPACING_MARK
                || PUNCTUATION.indexOf(codePoint) >= 0;
    }
}
