package io.github.artifactpublisher.maven.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SdkLoggingTest {
    private static final String OLDER = "org.slf4j.simpleLogger.log.";
    private static final String NEWER = "maven.logger.log.";

    private final Properties before = new Properties();

    /** Another test of this JVM may have run a goal, which sets them. */
    @BeforeEach
    void removeTheLevels() {
        before.putAll(System.getProperties());
        before.stringPropertyNames().stream()
                .filter(name -> name.startsWith(OLDER) || name.startsWith(NEWER))
                .forEach(System::clearProperty);
    }

    @AfterEach
    void restore() {
        System.setProperties(before);
    }

    @Test
    void mavenThreeKnowsTheOlderNamesOnly() {
        SdkLogging.setLevels("3.9.16");

        assertThat(System.getProperty(OLDER + "software.amazon.awssdk")).isEqualTo("info");
        assertThat(System.getProperty(OLDER + "org.apache.hc")).isEqualTo("info");
        assertThat(System.getProperty(OLDER + "software.amazon.awssdk.utils.internal.proxy"))
                .isEqualTo("error");
    }

    @Test
    void mavenFourIsNotGivenTheNamesThatItWarnsOf() {
        SdkLogging.setLevels("4.0.0-rc-6");

        assertThat(System.getProperty(NEWER + "software.amazon.awssdk")).isEqualTo("info");
        assertThat(System.getProperty(NEWER + "org.apache.hc")).isEqualTo("info");
        assertThat(System.getProperties().stringPropertyNames()).noneMatch(name -> name.startsWith(OLDER));
    }

    @Test
    void anUnknownVersionSetsBothNames() {
        SdkLogging.setLevels("unknown");

        assertThat(System.getProperty(OLDER + "org.apache.hc")).isEqualTo("info");
        assertThat(System.getProperty(NEWER + "org.apache.hc")).isEqualTo("info");
    }
}
