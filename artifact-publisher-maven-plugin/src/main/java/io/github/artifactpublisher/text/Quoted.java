package io.github.artifactpublisher.text;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Escapes text from outside for the log and messages. Such text can end a log line, control a terminal, reverse the
 * direction of text, or be a command of a CI server. Only this class escapes text.
 */
public final class Quoted {
    private static final int MAX_LENGTH = 200;

    /** Greedy up to the last {@code @}: a password may contain one, and must not be shown. */
    private static final Pattern URL_USER_INFO = Pattern.compile("(?s)://.*@");

    private static final Pattern BARE_USER_INFO = Pattern.compile("(?s)^[^/]*:.*@");

    /**
     * GitHub's commands begin with {@code ::} at the start of a line; GitHub's older commands, Azure's ({@code ##vso[})
     * and TeamCity's have their prefix anywhere in a line.
     */
    private static final Pattern COMMAND = Pattern.compile("^([\\s\\p{Z}]*):(?=:)|#(?=#[A-Za-z]*\\[)");

    private Quoted() {}

    /**
     * Escapes a whole message as one line of a log, in the way of JSON, so that a line of JSON stays the same JSON.
     * Escaping a line twice is the same as once.
     */
    public static String line(String message) {
        StringBuilder shown = new StringBuilder();
        message.codePoints().forEach(codePoint -> append(shown, codePoint));
        return COMMAND.matcher(shown)
                .replaceAll(command -> command.group(1) == null ? "\\\\u0023" : command.group(1) + "\\\\u003a");
    }

    /** The value as {@link #text} returns it, in double quotes. */
    public static String of(String value) {
        return '"' + text(value) + '"';
    }

    /** The value escaped, without user info of URLs, and without the rest if it is very long. */
    public static String text(String value) {
        return printable(withoutUserInfo(value));
    }

    /** The value without the user info of a URL, which may be a password. Does not escape. */
    public static String withoutUserInfo(String value) {
        String withoutUrlUser = URL_USER_INFO.matcher(value).replaceFirst("://");
        return BARE_USER_INFO.matcher(withoutUrlUser).replaceFirst("");
    }

    private static String printable(String value) {
        StringBuilder shown = new StringBuilder();
        value.codePoints().limit(MAX_LENGTH).forEach(codePoint -> append(shown, codePoint));
        return value.codePointCount(0, value.length()) > MAX_LENGTH ? shown + "…" : shown.toString();
    }

    private static void append(StringBuilder shown, int codePoint) {
        if (isInvisible(codePoint) || isNonCharacter(codePoint)) {
            for (char unit : Character.toChars(codePoint)) {
                shown.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
            }
        } else {
            shown.appendCodePoint(codePoint);
        }
    }

    /** U+FFFE, U+FFFF and the last two code points of each other plane. */
    private static boolean isNonCharacter(int codePoint) {
        return (codePoint & 0xFFFE) == 0xFFFE;
    }

    /** Whether a character is a control or format character (text direction), a line separator or a lone surrogate. */
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
