package io.github.artifactpublisher.maven.settings;

/** A missing or wrong setting. */
public final class SettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String setting;
    private final String reason;
    private final String advice;

    /**
     * Creates the exception.
     *
     * @param setting the property or environment variable
     * @param reason the end of a sentence that begins with the setting
     * @param advice a sentence with the correction
     */
    public SettingException(String setting, String reason, String advice) {
        this(setting, reason, advice, null);
    }

    /**
     * Creates the exception with a cause, which {@code mvn -e} prints.
     *
     * @param cause the cause; its message must not contain a secret
     */
    public SettingException(String setting, String reason, String advice, Throwable cause) {
        super(setting + " " + reason, cause);
        this.setting = setting;
        this.reason = reason;
        this.advice = advice;
    }

    /** Returns the property or environment variable. */
    public String setting() {
        return setting;
    }

    /** Returns the end of a sentence that begins with the setting. */
    public String reason() {
        return reason;
    }

    /** Returns a sentence with the correction. */
    public String advice() {
        return advice;
    }
}
