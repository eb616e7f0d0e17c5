package io.github.artifactpublisher.maven.settings;

import java.util.List;
import org.apache.maven.settings.building.SettingsProblem;

/** Makes a failure of what Maven says of a password in settings.xml that it cannot decrypt. */
final class UndecryptablePassword {
    private UndecryptablePassword() {}

    /**
     * Fails if there are problems; Maven 3 gives the cipher text as the password then, and only the problems say so.
     *
     * @param whose the start of the sentence: what has the password
     * @throws SettingException in Maven's words, without the names of Java's exceptions, which go with it as its cause
     */
    static void requireNone(List<SettingsProblem> problems, String setting, String whose) {
        if (problems.isEmpty()) {
            return;
        }
        SettingsProblem problem = problems.get(0);
        String words = problem.getMessage().replaceAll("(\\w+\\.)+\\w+(Exception|Error)(: )?", "");
        SettingException failure = new SettingException(
                setting,
                whose + " Maven cannot decrypt: " + words.replaceAll("[: ]+$", ""),
                "Check settings-security.xml, or encrypt the password again.");
        failure.initCause(problem.getException());
        throw failure;
    }
}
