package io.github.artifactpublisher.text;

import java.util.Objects;
import java.util.function.Function;

/**
 * A value and its source, so that a report can show where each value came from. Immutable.
 *
 * @param value the value
 * @param source the environment variable ({@code GITHUB_REF_NAME}), several of them joined by a comma and a space, or
 *     another place in words ({@code git remote})
 * @param <T> the type of the value
 */
public record Sourced<T>(T value, String source) {
    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if the source is blank
     */
    public Sourced {
        Objects.requireNonNull(value, "value");
        if (source.isBlank()) {
            throw new IllegalArgumentException("A source needs a name.");
        }
    }

    /** A value and its source. */
    public static <T> Sourced<T> of(T value, String source) {
        return new Sourced<>(value, source);
    }

    /** The changed value, from the same source. */
    public <R> Sourced<R> map(Function<? super T, ? extends R> change) {
        return new Sourced<>(change.apply(value), source);
    }
}
