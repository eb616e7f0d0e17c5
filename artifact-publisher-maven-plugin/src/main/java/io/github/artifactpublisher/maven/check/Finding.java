package io.github.artifactpublisher.maven.check;

import io.github.artifactpublisher.maven.check.SettingNames.Kind;
import io.github.artifactpublisher.maven.check.SettingNames.Verdict;
import io.github.artifactpublisher.maven.settings.SettingException;
import io.github.artifactpublisher.maven.settings.VariableNames;
import java.util.Optional;

/**
 * A name that looks like a setting and is none.
 *
 * @param problem the name and the nearest setting
 * @param isWarning whether it may have another purpose
 */
record Finding(SettingException problem, boolean isWarning) {
    private static final String NO_SETTING = "is not a setting of artifact-publisher-maven-plugin";

    /** The way to write the name of a setting. */
    enum Form {
        /** {@code artifacts.targetPaths}. */
        PROPERTY,
        /** {@code ARTIFACTS_TARGET_PATHS}. */
        VARIABLE,
        /** {@code <targetPaths>}. */
        ELEMENT;

        private String of(String property) {
            return switch (this) {
                case PROPERTY -> property;
                case VARIABLE -> VariableNames.of(property);
                case ELEMENT -> "<" + property.substring(property.indexOf('.') + 1) + ">";
            };
        }
    }

    /**
     * Returns the finding; empty if the name is fine.
     *
     * @param where the name and the place where it is
     */
    static Optional<Finding> of(String where, Verdict verdict, Form form) {
        if (verdict.kind() == Kind.FINE) {
            return Optional.empty();
        }
        boolean isWarning = verdict.kind() != Kind.MISSPELT;
        String reason = NO_SETTING + (verdict.kind() == Kind.UNKNOWN ? " and has no effect" : "");
        String advice = verdict.nearest()
                .map(nearest -> advice(nearest, form, isWarning))
                .orElse("docs/settings.md lists the settings.");
        return Optional.of(new Finding(new SettingException(where, reason, advice), isWarning));
    }

    /** Credentials have variables, but no properties. */
    private static String advice(String nearest, Form form, boolean isWarning) {
        String property = VariableNames.propertyOf(nearest).orElse(nearest);
        boolean isVariableOnly = !property.startsWith("artifacts.");
        if (isVariableOnly && form != Form.VARIABLE) {
            return "Set the environment variable " + property + " instead.";
        }
        String right = isVariableOnly ? property : form.of(property);
        return (isWarning ? "If it is meant to be one, rename it to " : "Rename it to ") + right + ".";
    }
}
