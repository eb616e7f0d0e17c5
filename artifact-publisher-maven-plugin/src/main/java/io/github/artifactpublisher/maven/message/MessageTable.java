package io.github.artifactpublisher.maven.message;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A message for each type of exception or event; the first type that matches counts. Add all types before the first
 * use.
 *
 * @param <T> the common type of the exceptions or events
 */
final class MessageTable<T> {
    private final Map<Class<? extends T>, Function<T, String>> messages = new LinkedHashMap<>();

    /** Adds a type. */
    <E extends T> MessageTable<T> with(Class<E> type, Function<E, String> message) {
        messages.put(type, subject -> message.apply(type.cast(subject)));
        return this;
    }

    /** Returns the message; empty for a type that is not in the table. */
    Optional<String> of(T subject) {
        return messages.entrySet().stream()
                .filter(row -> row.getKey().isInstance(subject))
                .findFirst()
                .map(row -> row.getValue().apply(subject));
    }
}
