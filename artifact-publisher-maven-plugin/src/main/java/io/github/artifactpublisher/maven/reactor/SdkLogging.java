package io.github.artifactpublisher.maven.reactor;

import java.util.Map;

/**
 * Keeps secrets out of {@code mvn -X}. At debug level the SDK's signer logs the session token and Apache's HTTP client
 * logs headers and bodies. If the variable of a proxy is not a URL, the SDK logs a stack trace with a part of the
 * value. Maven's logging reads these properties when a logger is made, so they are set before the first class of the
 * SDK is loaded, and they override the values of the user.
 */
public final class SdkLogging {
    private static final String MAVEN_3 = "org.slf4j.simpleLogger.log.";
    private static final String MAVEN_4 = "maven.logger.log.";

    private static final Map<String, String> LEVELS = Map.of(
            "software.amazon.awssdk", "info",
            "software.amazon.awssdk.utils.internal.proxy", "error",
            "org.apache.hc", "info");

    private SdkLogging() {}

    /** Sets the levels. Maven 4 also reads the names of Maven 3, but logs a warning for each logger. */
    public static void setLevels(String mavenVersion) {
        LEVELS.forEach((logger, level) -> {
            System.setProperty(MAVEN_4 + logger, level);
            if (!mavenVersion.startsWith("4.")) {
                System.setProperty(MAVEN_3 + logger, level);
            }
        });
    }
}
