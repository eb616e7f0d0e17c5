package io.github.artifactpublisher.maven.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a list into its items at commas, colons and line breaks, with the same rules for the POM, {@code -D} and the
 * environment. Text between braces or brackets belongs to the item: <code>*.{html,css}</code> is one pattern, and
 * {@code a[:]b} matches a name with a colon. A colon after the letter of a Windows drive belongs to the item, too.
 */
final class ListParser {
    /**
     * A token of a list: text in braces or brackets, an escaped brace or bracket, a Windows drive with a backslash, a
     * separator (group 1), or any other character.
     */
    private static final Pattern TOKEN = Pattern.compile(
            "\\{[^{}]*}|\\[.[^\\]]*]|\\\\[\\[{]|(?<![^\\s,:])[A-Za-z]:\\\\|([,:\\n\\r])|.", Pattern.DOTALL);

    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^\\s,]*");

    /**
     * A Windows path with slashes, such as {@code C:/x}. It is ambiguous: {@code C} and {@code /x} may be two items.
     */
    private static final Pattern DRIVE = Pattern.compile("(?<![^\\s,:])[A-Za-z]:/[^\\s,:]*");

    private ListParser() {}

    /**
     * Returns the items, stripped and without empty ones.
     *
     * @param source the source of the text, for the message
     * @throws SettingException if it has a URL or a path such as {@code C:/x}: its colon would separate two items
     */
    static List<String> items(String text, String source) {
        requireNoUrl(text, source);
        requireNoDrive(text, source);
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        Matcher token = TOKEN.matcher(text + "\n");
        while (token.find()) {
            if (token.group(1) == null) {
                item.append(token.group());
            } else {
                items.add(item.toString().strip());
                item.setLength(0);
            }
        }
        return items.stream().filter(found -> !found.isEmpty()).toList();
    }

    private static void requireNoUrl(String text, String source) {
        Matcher url = URL.matcher(text);
        if (url.find()) {
            throw new SettingException(
                    source,
                    "has '" + url.group()
                            + "', which is a URL, but commas, colons and line breaks separate the items of a list",
                    "Write paths and names without scheme and host.");
        }
    }

    private static void requireNoDrive(String text, String source) {
        Matcher drive = DRIVE.matcher(text);
        if (drive.find()) {
            throw new SettingException(
                    source,
                    "has '" + drive.group() + "', which is either a Windows path or two items of a list",
                    "Write paths without a drive letter, and separate items with commas.");
        }
    }
}
