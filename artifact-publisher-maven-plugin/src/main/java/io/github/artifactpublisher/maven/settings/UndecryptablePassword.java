package io.github.artifactpublisher.maven.settings;

import java.util.List;
import org.apache.maven.settings.building.SettingsProblem;

/** Rejects a password of settings.xml that Maven cannot decrypt. */
final class UndecryptablePassword {
    private UndecryptablePassword() {}

    /**
     * Fails if there are problems. Maven 3 then returns the cipher text as the password.
     *
     * @param beginning the reason before "Maven cannot decrypt"
     * @throws SettingException with the message of Maven, without the names of Java exceptions
     */
    static void requireNone(List<SettingsProblem> problems, String setting, String beginning) {
        if (problems.isEmpty()) {
            return;
        }
        SettingsProblem problem = problems.get(0);
        String words = problem.getMessage().replaceAll("(\\w+\\.)+\\w+(Exception|Error)(: )?", "");
        throw new SettingException(
                setting,
                beginning + " Maven cannot decrypt: " + words.replaceAll("[: ]+$", ""),
                "Check settings-security.xml, or encrypt the password again.",
                problem.getException());
    }
}
