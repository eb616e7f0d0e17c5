package io.github.artifactpublisher.maven;

import java.util.List;

/**
 * Keeps secrets out of {@code mvn -X}. At debug level the SDK's signer logs the session token and Apache's HTTP client
 * logs headers and bodies. Maven's logging reads these properties when a logger is made, so they are set before the
 * first class of the SDK is loaded, and they overrule what the user has set.
 */
final class SdkLogging {
    private static final List<String> LOGGERS = List.of("software.amazon.awssdk", "org.apache.hc");

    private SdkLogging() {}

    static void quieten() {
        LOGGERS.forEach(logger -> System.setProperty("org.slf4j.simpleLogger.log." + logger, "info"));
    }
}
