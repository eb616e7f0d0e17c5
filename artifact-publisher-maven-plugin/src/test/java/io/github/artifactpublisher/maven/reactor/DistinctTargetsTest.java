package io.github.artifactpublisher.maven.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.ci.BuildRef;
import io.github.artifactpublisher.ci.CiDetection;
import io.github.artifactpublisher.ci.CiFiles;
import io.github.artifactpublisher.ci.KnownGit;
import io.github.artifactpublisher.maven.TestParameters;
import io.github.artifactpublisher.maven.message.FailureMessages;
import io.github.artifactpublisher.maven.settings.PublishSettings;
import io.github.artifactpublisher.maven.settings.PublishSettingsReader;
import io.github.artifactpublisher.maven.settings.SettingException;
import io.github.artifactpublisher.maven.settings.Settings;
import io.github.artifactpublisher.maven.settings.TargetSettings;
import io.github.artifactpublisher.outputs.Coordinates;
import io.github.artifactpublisher.outputs.SafetyCheck.Allowances;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DistinctTargetsTest {
    @Test
    void modulesOfOneSetMayShareAPath() {
        assertThatCode(() -> DistinctTargets.require(List.of(module("one", "", Map.of()), module("two", "", Map.of()))))
                .doesNotThrowAnyException();
    }

    @Test
    void modulesWithOtherSettingsMustNotShareAPath() {
        assertThatThrownBy(() -> DistinctTargets.require(
                        List.of(module("one", "", Map.of()), module("two", "", Map.of("ARTIFACTS_IF_EMPTY", "warn")))))
                .isInstanceOfSatisfying(
                        SettingException.class,
                        e -> assertThat(FailureMessages.of(e))
                                .contains(
                                        "The modules one and two publish to the same path, s3://builds/x/main/, with"
                                                + " different artifacts.* settings, so the manifest of one would replace that of the other. Use the same settings for all modules, in the root POM, or give them different artifacts.targetPaths."));
    }

    @Test
    void setsOfSingleModulesMustNotShareAPath() {
        Contribution one = module("one", TargetSettings.MODULE, Map.of());

        assertThatCode(() -> DistinctTargets.require(List.of(one, module("two", TargetSettings.MODULE, Map.of()))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> DistinctTargets.require(List.of(one, module("one", TargetSettings.MODULE, Map.of()))))
                .isInstanceOfSatisfying(
                        SettingException.class,
                        e -> assertThat(FailureMessages.of(e))
                                .contains(
                                        "The modules one and one publish to the same path, s3://builds/x/main/one/, as sets"
                                                + " of their own (artifacts.perModule), so the manifest of one would replace that of the other. Give them different artifacts.targetPaths, for example with {groupId}; if they are two executions in one module, remove one."));
    }

    private static Contribution module(String name, String below, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("ARTIFACTS_BUCKET", "builds");
        environment.put("ARTIFACTS_BRANCH", "main");
        environment.put("ARTIFACTS_TARGET_PATHS", "x/{branch}");
        PublishSettingsReader reader = new PublishSettingsReader(
                new Settings(TestParameters.none(), environment),
                environment,
                CiDetection.detect(environment, KnownGit.none(), CiFiles.onDisk()),
                Map.of(),
                new Coordinates("com.acme", name, "1.0", Optional.empty(), "jar"),
                Instant.EPOCH);
        PublishSettings settings =
                reader.read((BuildRef.Published) reader.targets().ref(), below);
        RootSelections none = new RootSelections(Path.of(""), List.of(), Allowances.NONE);
        return new Contribution(
                name,
                Optional.empty(),
                settings,
                List.of(),
                none,
                Path.of("target"),
                List.of(),
                false,
                !below.isEmpty());
    }
}
