package io.github.artifactpublisher.maven.message;

import io.github.artifactpublisher.text.Quoted;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Thrown with several problems in settings, or with one of only some modules. */
final class SettingProblemsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    SettingProblemsException(List<String> problems) {
        super(problems.size() + " problems");
        this.problems = problems;
    }

    /** Returns the message: one line for each problem, each safe to print. */
    String lines() {
        return problems.size() == 1
                ? Quoted.line(problems.get(0))
                : "The settings of this build have " + problems.size() + " problems:\n"
                        + IntStream.range(0, problems.size())
                                .mapToObj(number -> (number + 1) + ". " + Quoted.line(problems.get(number)))
                                .collect(Collectors.joining("\n"));
    }
}
