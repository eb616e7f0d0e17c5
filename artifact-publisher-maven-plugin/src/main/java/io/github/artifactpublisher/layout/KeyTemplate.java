package io.github.artifactpublisher.layout;

import io.github.artifactpublisher.layout.TemplateException.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prefix with placeholders, such as <code>artifacts/{slug}/{branch}</code>.
 *
 * @param text the template as the user wrote it; a leading or trailing {@code /} is removed when it is filled in
 */
public record KeyTemplate(String text) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    /**
     * Replaces the placeholders by their values. A {@code {…}} inside a value is not a placeholder.
     *
     * @param placeholders the names that are known, with their values in this build
     * @throws TemplateException if a placeholder is unknown or has no value, or the braces do not match
     * @throws KeyException if the result is not a legal prefix
     */
    public KeyPrefix fill(Placeholders placeholders) {
        Map<String, Optional<String>> values = placeholders.values();
        requireBalancedBraces(values);
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value(matcher.group(1), values)));
        }
        matcher.appendTail(filled);
        return new KeyPrefix(withoutOuterSlashes(filled.toString()));
    }

    private void requireBalancedBraces(Map<String, Optional<String>> values) {
        String literal = PLACEHOLDER.matcher(text).replaceAll("");
        if (literal.contains("{") || literal.contains("}")) {
            throw fault(Fault.UNBALANCED_BRACE, "", values);
        }
    }

    private String value(String name, Map<String, Optional<String>> values) {
        if (!values.containsKey(name)) {
            throw fault(Fault.UNKNOWN_PLACEHOLDER, name, values);
        }
        return values.get(name).orElseThrow(() -> fault(Fault.NO_VALUE, name, values));
    }

    private TemplateException fault(Fault fault, String name, Map<String, Optional<String>> values) {
        return new TemplateException(
                text,
                fault,
                name,
                List.copyOf(values.keySet()).stream().sorted().toList());
    }

    /** Removes one slash at either end; two are a mistake, and are refused as a key. */
    private static String withoutOuterSlashes(String prefix) {
        String start = prefix.startsWith("/") ? prefix.substring(1) : prefix;
        return start.endsWith("/") ? start.substring(0, start.length() - 1) : start;
    }
}
