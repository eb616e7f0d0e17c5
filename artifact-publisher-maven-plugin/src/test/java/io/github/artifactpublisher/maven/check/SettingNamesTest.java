package io.github.artifactpublisher.maven.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.maven.TestParameters;
import io.github.artifactpublisher.maven.check.SettingNames.Kind;
import io.github.artifactpublisher.maven.settings.VariableNames;
import java.util.Set;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingNamesTest {
    private final SettingNames names = new SettingNames(TestParameters.none().keySet(), Set.of("bucket", "selections"));

    @ParameterizedTest
    @CsvSource({
        "artifacts.buckt, artifacts.bucket",
        "artifacts.bukcet, artifacts.bucket",
        "artifacts.pullRequest, artifacts.pullRequests",
        "artifacts.target-paths, artifacts.targetPaths",
        "artifacts.targetpaths, artifacts.targetPaths",
        "artifacts.target.path, artifacts.targetPaths",
        "artifacts.Bucket, artifacts.bucket",
        "artifact.bucket, artifacts.bucket",
        "artefacts.bucket, artifacts.bucket",
        "ARTIFACTS_BUCKET, artifacts.bucket",
        "artifacts.tag, artifacts.tags",
        "artifacts.expectedBucketOwners, artifacts.expectedBucketOwner",
        "artifacts.key, ARTIFACTS_KEY",
        "artifacts.secret, ARTIFACTS_SECRET",
        "artifacts.s3Bucket, ARTIFACTS_S3_BUCKET"
    })
    void aMisspeltPropertyHasANearestSetting(String name, String nearest) {
        assertThat(names.ofProperty(name).kind()).isEqualTo(Kind.MISSPELT);
        assertThat(names.ofProperty(name).nearest()).contains(nearest);
    }

    @ParameterizedTest
    @CsvSource({
        "ARTIFACTS_BUKET, artifacts.bucket",
        "ARTIFACT_BUCKET, artifacts.bucket",
        "ARTIFACTS_TARGETPATHS, artifacts.targetPaths",
        "ARTIFACT_TARGET_PATH, artifacts.targetPaths",
        "Artifacts_Bucket, artifacts.bucket",
        "artifacts.bucket, artifacts.bucket",
        "ARTIFACTS_SECRT, ARTIFACTS_SECRET",
        "ARTIFACTS_AWS_ACCES_KEY, ARTIFACTS_AWS_ACCESS_KEY"
    })
    void aMisspeltVariableHasANearestSetting(String name, String nearest) {
        assertThat(names.ofVariable(name).kind()).isEqualTo(Kind.MISSPELT);
        assertThat(names.ofVariable(name).nearest()).contains(nearest);
    }

    /** Other programs use such words, so a warning must do. */
    @ParameterizedTest
    @ValueSource(strings = {"ARTIFACTS_PATH", "ARTIFACTS_NAME", "ARTIFACTS_TAG", "ARTIFACT_SKIP"})
    void aShortNameIsDoubtful(String name) {
        assertThat(names.ofVariable(name).kind()).isEqualTo(Kind.DOUBTFUL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ARTIFACTORY_URL",
                "ARTIFACTS_DIR",
                "ARTIFACTS_URL",
                "ARTIFACTS_DEBUG",
                "ARTIFACTS_RETRIES",
                "ARTIFACT_NAME",
                "ARTIFACT_ID",
                "BUILD_ARTIFACTSTAGINGDIRECTORY",
                "CI_ARTIFACTS_BUCKET",
                "PATH",
                "ARTIFACTS_BUCKET",
                "ARTIFACTS_S3_BUCKET",
                "ARTIFACTS_PERMISSIONS",
                "ARTIFACTS_KEY",
                "ARTIFACTS_TOKEN",
                "ARTIFACTS_PLAN_FILE"
            })
    void aVariableIsFine(String name) {
        assertThat(names.ofVariable(name).kind()).isEqualTo(Kind.FINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "artifact.name",
                "artifactId",
                "artifactory.url",
                "artifact-publisher.version",
                "artifacts",
                "project.artifactId",
                "artifacts.bucket",
                "artifacts.check"
            })
    void aPropertyIsFine(String name) {
        assertThat(names.ofProperty(name).kind()).isEqualTo(Kind.FINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"artifacts.directory", "artifacts.ours", "artifacts.acls"})
    void aPropertyThatOnlyBeginsLikeASettingIsUnknown(String name) {
        assertThat(names.ofProperty(name).kind()).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void noSettingIsMisspelt() {
        for (String property : TestParameters.none().keySet()) {
            assertThat(names.ofProperty(property).kind()).as(property).isEqualTo(Kind.FINE);
            assertThat(names.ofVariable(VariableNames.of(property)).kind())
                    .as(property)
                    .isEqualTo(Kind.FINE);
        }
    }

    @Test
    void theNamesAreThoseOfTheDescriptor() throws Exception {
        PlexusConfiguration parameters = new DefaultPlexusConfiguration("configuration");
        parameters.addChild("newSetting", "${artifacts.newSetting}");
        parameters.addChild("project", "${project}");
        parameters.addChild("selections", null);
        MojoDescriptor goal = new MojoDescriptor();
        goal.setGoal("check");
        goal.setMojoConfiguration(parameters);
        Parameter parameter = new Parameter();
        parameter.setName("newSetting");
        goal.addParameter(parameter);
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.addMojo(goal);

        SettingNames read = SettingNames.of(plugin);

        assertThat(read.ofProperty("artifacts.newSetting").kind()).isEqualTo(Kind.FINE);
        assertThat(read.ofElement("newSetting").kind()).isEqualTo(Kind.FINE);
        assertThat(read.ofProperty("artifacts.newSeting").nearest()).contains("artifacts.newSetting");
    }
}
