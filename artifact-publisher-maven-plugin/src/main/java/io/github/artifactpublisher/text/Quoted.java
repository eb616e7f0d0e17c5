package io.github.artifactpublisher.text;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Values and lines as they may be shown. Text from outside can end a log line, control a terminal, reverse the
 * direction of text, or be a command of a CI server: it is escaped here, and nowhere else.
 */
public final class Quoted {
    private static final int LONGEST = 200;

    /** Greedy up to the last {@code @}: a password may hold one, and showing too little is the better mistake. */
    private static final Pattern URL_USER_INFO = Pattern.compile("(?s)://.*@");

    private static final Pattern BARE_USER_INFO = Pattern.compile("(?s)^[^/]*:.*@");

    /**
     * GitHub takes {@code ::} as the beginning of a command at the start of a line; GitHub's older form, Azure
     * ({@code ##vso[}) and TeamCity take their prefix anywhere in it.
     */
    private static final Pattern COMMAND = Pattern.compile("^([\\s\\p{Z}]*):(?=:)|#(?=#[A-Za-z]*\\[)");

    private Quoted() {}

    /**
     * A whole message as one line of a log. What is escaped is written as JSON writes it, so that a line of JSON stays
     * the same JSON. A line that was made here does not change when it is made again.
     */
    public static String line(String message) {
        StringBuilder shown = new StringBuilder();
        message.codePoints().forEach(codePoint -> append(shown, codePoint));
        return COMMAND.matcher(shown)
                .replaceAll(command -> command.group(1) == null ? "\\\\u0023" : command.group(1) + "\\\\u003a");
    }

    public static String of(String value) {
        return '"' + text(value) + '"';
    }

    /** The value as it may be shown, without quotes. */
    public static String text(String value) {
        return printable(withoutUserInfo(value));
    }

    public static String withoutUserInfo(String value) {
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
            for (char unit : Character.toChars(codePoint)) {
                shown.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
            }
        } else {
            shown.appendCodePoint(codePoint);
        }
    }

    /** Control, format (text direction) and lone surrogates: they could make a log line read as another one. */
    public static boolean isInvisible(int codePoint) {
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
