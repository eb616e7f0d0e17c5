package io.github.artifactpublisher.maven.settings;

/** A setting of the user's that cannot be used. */
public final class SettingException extends RuntimeException {
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
    public SettingException(String setting, String reason, String advice) {
        super(setting + " " + reason);
        this.setting = setting;
        this.reason = reason;
        this.advice = advice;
    }

    public String setting() {
        return setting;
    }

    public String reason() {
        return reason;
    }

    public String advice() {
        return advice;
    }
}
