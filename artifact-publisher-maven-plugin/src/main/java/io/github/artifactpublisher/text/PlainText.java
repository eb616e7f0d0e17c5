package io.github.artifactpublisher.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks values that are only shown to people. */
public final class PlainText {
    private static final Pattern WEB_URL = Pattern.compile(
            "(https?://)(?:[^/?#]*@)?((?:\\[[0-9A-Fa-f:.]+]|[^/?#@:\\[\\]\\s]+)(?::[0-9]*)?(?:[/?#]\\S*)?)");

    private PlainText() {}

    /**
     * Refuses a text with control characters, such as line breaks.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static String oneLine(String text) {
        if (text.codePoints().anyMatch(Quoted::isInvisible)) {
            throw new IllegalArgumentException(Quoted.of(text) + " contains a control character.");
        }
        return text;
    }

    /**
     * The URL without user info. Other schemes than {@code http} and {@code https} are refused, because the URL becomes
     * a link in a page.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static String webUrl(String url) {
        Matcher parts = WEB_URL.matcher(oneLine(url).replace(" ", "%20"));
        if (!parts.matches()) {
            throw new IllegalArgumentException(Quoted.of(url) + " is not an http or https URL.");
        }
        return parts.group(1) + parts.group(2);
    }
}
