package io.github.artifactpublisher.ci;

import java.util.Locale;
import java.util.regex.Pattern;

/** Values as they may be shown: without user info, without control characters, not too long. */
public final class Quoted {
    private static final int LONGEST = 200;

    /** Greedy up to the last {@code @}: a password may hold one, and showing too little is the better mistake. */
    private static final Pattern URL_USER_INFO = Pattern.compile("(?s)://.*@");

    private static final Pattern BARE_USER_INFO = Pattern.compile("(?s)^[^/]*:.*@");

    private Quoted() {}

    static String of(String value) {
        return '"' + text(value) + '"';
    }

    /** The value as it may be shown, without quotes. */
    public static String text(String value) {
        return printable(withoutUserInfo(value));
    }

    static String withoutUserInfo(String value) {
        String withoutUrlUser = URL_USER_INFO.matcher(value).replaceFirst("://");
        return BARE_USER_INFO.matcher(withoutUrlUser).replaceFirst("");
    }

    private static String printable(String value) {
        StringBuilder shown = new StringBuilder();
        value.codePoints().limit(LONGEST).forEach(codePoint -> append(shown, codePoint));
        return value.codePointCount(0, value.length()) > LONGEST ? shown + "…" : shown.toString();
    }

    private static void append(StringBuilder shown, int codePoint) {
        if (isInvisible(codePoint)) {
            shown.append(String.format(Locale.ROOT, "\\u%04x", codePoint));
        } else {
            shown.appendCodePoint(codePoint);
        }
    }

    /** Control, format (text direction) and lone surrogates: they could make a log line read as another one. */
    static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
