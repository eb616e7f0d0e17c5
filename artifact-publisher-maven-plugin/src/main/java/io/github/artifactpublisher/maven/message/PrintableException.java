package io.github.artifactpublisher.maven.message;

import io.github.artifactpublisher.text.Quoted;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * A copy of an exception whose message, or that of a cause, is not safe to print, because {@code mvn -e} prints it. The
 * copy has the same stack trace, causes and suppressed exceptions. Its message is the class and the escaped message of
 * the original.
 */
final class PrintableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private PrintableException(Throwable original, Set<Throwable> seen) {
        super(Quoted.line(original.toString()));
        seen.add(original);
        setStackTrace(original.getStackTrace());
        if (original.getCause() != null && seen.add(original.getCause())) {
            initCause(new PrintableException(original.getCause(), seen));
        }
        Arrays.stream(original.getSuppressed())
                .filter(seen::add)
                .forEach(suppressed -> addSuppressed(new PrintableException(suppressed, seen)));
    }

    /** Returns the exception itself if all its messages are safe to print, else a copy. */
    static Throwable of(Throwable original) {
        return isPrintable(original, identitySet()) ? original : new PrintableException(original, identitySet());
    }

    /** Returns the same as an unchecked exception. */
    static RuntimeException unchecked(RuntimeException original) {
        return (RuntimeException) of(original);
    }

    private static boolean isPrintable(Throwable error, Set<Throwable> seen) {
        if (error == null || !seen.add(error)) {
            return true;
        }
        String shown = error.toString();
        return shown.equals(Quoted.line(shown))
                && isPrintable(error.getCause(), seen)
                && Arrays.stream(error.getSuppressed()).allMatch(suppressed -> isPrintable(suppressed, seen));
    }

    private static Set<Throwable> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
