package io.github.artifactpublisher.ci;

import io.github.artifactpublisher.text.Quoted;
import java.util.Optional;

/**
 * The rules of {@code git check-ref-format(1)} for the names of branches and tags. A leading {@code -} is legal:
 * {@code git branch} refuses it, a push does not.
 */
final class RefFormat {
    private static final String FORBIDDEN = " ~^:?*[\\";

    private RefFormat() {}

    /**
     * Returns the name if it is legal.
     *
     * @param kind "branch" or "tag"
     * @throws IllegalArgumentException with a sentence that names the broken rule
     */
    static String check(String kind, String name) {
        problem(name).ifPresent(problem -> {
            throw new IllegalArgumentException(Quoted.of(name) + " is not a valid " + kind + " name: " + problem + ".");
        });
        return name;
    }

    private static Optional<String> problem(String name) {
        if (name.isEmpty()) {
            return Optional.of("it is empty");
        }
        if (name.equals("@") || name.equals("HEAD")) {
            return Optional.of("git uses this name for the current commit");
        }
        return characterProblem(name).or(() -> sequenceProblem(name)).or(() -> segmentProblem(name));
    }

    private static Optional<String> characterProblem(String name) {
        return name.codePoints()
                .mapToObj(RefFormat::characterProblem)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> characterProblem(int codePoint) {
        if (codePoint < ' ' || codePoint == 0x7f) {
            return Optional.of("it contains a control character");
        }
        if (FORBIDDEN.indexOf(codePoint) >= 0) {
            return Optional.of(
                    codePoint == ' ' ? "it contains a space" : "it contains " + Character.toString(codePoint));
        }
        // Java replaces bytes that it cannot decode, so different branches could have the same name.
        if (codePoint == 0xfffd || Character.getType(codePoint) == Character.SURROGATE) {
            return Optional.of(
                    "it contains a character that could not be decoded as UTF-8 (is the locale of this machine UTF-8?)");
        }
        return Optional.empty();
    }

    private static Optional<String> sequenceProblem(String name) {
        if (name.contains("..")) {
            return Optional.of("it contains ..");
        }
        if (name.contains("@{")) {
            return Optional.of("it contains @{");
        }
        return name.endsWith(".") ? Optional.of("it ends with a dot") : Optional.empty();
    }

    private static Optional<String> segmentProblem(String name) {
        for (String segment : name.split("/", -1)) {
            if (segment.isEmpty()) {
                return Optional.of("it begins or ends with / or contains //");
            }
            if (segment.startsWith(".")) {
                return Optional.of("a part of it begins with a dot");
            }
            if (segment.endsWith(".lock")) {
                return Optional.of("a part of it ends with .lock");
            }
        }
        return Optional.empty();
    }
}
