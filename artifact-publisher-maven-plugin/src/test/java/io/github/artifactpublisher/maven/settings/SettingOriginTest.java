package io.github.artifactpublisher.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.report.SettingRow;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.model.Profile;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.Test;

/** The source of a value, as the plan shows it. */
class SettingOriginTest {
    /** As Maven fills it in for a parameter that the POM does not configure. */
    private static final String UNCONFIGURED = "<configuration><bucket>${artifacts.bucket}</bucket></configuration>";

    private final MavenProject project = new MavenProject(new Model());
    private final Properties userProperties = new Properties();
    private final Properties systemProperties = new Properties();
    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();

    @Test
    void aPropertyOfThePom() {
        project.getProperties().setProperty("artifacts.bucket", "b");

        assertThat(bucket(UNCONFIGURED)).isEqualTo("POM: artifacts.bucket");
        assertThat(bucket(null)).as("no configuration at all").isEqualTo("POM: artifacts.bucket");
    }

    @Test
    void thePropertyOnTheCommandLineWins() {
        project.getProperties().setProperty("artifacts.bucket", "b");
        userProperties.setProperty("artifacts.bucket", "c");

        assertThat(bucket(UNCONFIGURED)).isEqualTo("-Dartifacts.bucket");
    }

    @Test
    void theCommandLineOfTheJvm() {
        systemProperties.setProperty("artifacts.bucket", "c");

        assertThat(bucket(UNCONFIGURED)).isEqualTo("-Dartifacts.bucket");
    }

    @Test
    void theConfigurationOfThePomWins() {
        userProperties.setProperty("artifacts.bucket", "c");

        assertThat(bucket("<configuration><bucket>b</bucket></configuration>")).isEqualTo("POM: configuration/bucket");
        assertThat(bucket("<configuration><bucket><item>b</item></bucket></configuration>"))
                .as("a list")
                .isEqualTo("POM: configuration/bucket");
    }

    /** Maven has replaced the property when it reads the POM. */
    @Test
    void aConfigurationThatNamesThePropertyIsTheCommandLine() {
        userProperties.setProperty("artifacts.bucket", "c");

        assertThat(bucket("<configuration><bucket>c</bucket></configuration>")).isEqualTo("-Dartifacts.bucket");
    }

    @Test
    void anActiveProfileOfTheSettingsFile() {
        Profile profile = new Profile();
        profile.setId("ours");
        profile.getProperties().setProperty("artifacts.bucket", "b");
        request.addProfile(profile);
        project.getProperties().setProperty("artifacts.bucket", "b");

        assertThat(bucket(UNCONFIGURED)).as("not active").isEqualTo("POM: artifacts.bucket");
        project.setInjectedProfileIds("external", List.of("ours"));
        assertThat(bucket(UNCONFIGURED)).isEqualTo("settings.xml: artifacts.bucket");
        userProperties.setProperty("artifacts.bucket", "c");
        assertThat(bucket(UNCONFIGURED)).isEqualTo("-Dartifacts.bucket");
    }

    @Test
    void aSelectionIsInThePom() {
        assertThat(shown("selections/selection[2]/includes"))
                .isEqualTo("POM: configuration/selections/selection[2]/includes");
    }

    @Test
    void theEnvironmentAndOtherPlaces() {
        assertThat(shown("ARTIFACTS_BUCKET")).isEqualTo("environment: ARTIFACTS_BUCKET");
        assertThat(shown("GITHUB_REF, GITHUB_REF_NAME")).isEqualTo("environment: GITHUB_REF, GITHUB_REF_NAME");
        assertThat(shown("git remote")).isEqualTo("git remote");
        assertThat(shown(SettingRow.DEFAULT)).isEqualTo("default");
    }

    private String bucket(String configuration) {
        return origin(configuration)
                .shown(new SettingRow("artifacts.bucket", "b", "artifacts.bucket"))
                .source();
    }

    private String shown(String source) {
        return origin(UNCONFIGURED)
                .shown(new SettingRow("name", "value", source))
                .source();
    }

    private SettingOrigin origin(String configuration) {
        MojoExecution execution = new MojoExecution(new MojoDescriptor(), "publish", MojoExecution.Source.LIFECYCLE);
        try {
            execution.setConfiguration(
                    configuration == null ? null : Xpp3DomBuilder.build(new StringReader(configuration)));
        } catch (XmlPullParserException | IOException e) {
            throw new IllegalArgumentException(configuration, e);
        }
        Map<String, String> environment =
                Map.of("ARTIFACTS_BUCKET", "b", "GITHUB_REF", "refs/heads/main", "GITHUB_REF_NAME", "main");
        return SettingOrigin.of(session(), project, execution, environment);
    }

    @SuppressWarnings("deprecation")
    private MavenSession session() {
        request.setUserProperties(userProperties).setSystemProperties(systemProperties);
        return new MavenSession(null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult());
    }
}
