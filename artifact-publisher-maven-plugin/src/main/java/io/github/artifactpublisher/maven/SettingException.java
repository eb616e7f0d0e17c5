package io.github.artifactpublisher.maven;

/** A setting of the user's that cannot be used. */
final class SettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String setting;
    private final String reason;
    private final String advice;

    /**
     * Makes the exception.
     *
     * @param setting its property or environment variable
     * @param reason what is wrong, as the end of a sentence that begins with the setting
     * @param advice what to do, as a sentence
     */
    SettingException(String setting, String reason, String advice) {
        super(setting + " " + reason);
        this.setting = setting;
        this.reason = reason;
        this.advice = advice;
    }

    String setting() {
        return setting;
    }

    String reason() {
        return reason;
    }

    String advice() {
        return advice;
    }
}
