package io.github.artifactpublisher.maven.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.maven.settings.SettingException;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Facts;
import io.github.artifactpublisher.store.StoreException.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MissingSecretsTest {
    private static final Optional<String> DEPENDABOT = Optional.of("dependabot[bot]");

    @Test
    void missingCredentialsOfABuildWithoutSecretsAreNoFailure() {
        assertThat(MissingSecrets.reason(DEPENDABOT, store(Kind.NO_CREDENTIALS)))
                .contains("dependabot[bot] started this build, to which the CI server gives no secrets, and no"
                        + " credentials were found");
        assertThat(MissingSecrets.reason(DEPENDABOT, store(Kind.NO_REGION)).orElseThrow())
                .endsWith("and no region was found");
    }

    @Test
    void settingsThatAreUsuallySecretsMayBeMissing() {
        assertThat(MissingSecrets.reason(DEPENDABOT, new SettingException("artifacts.bucket", "is not set", "Set it."))
                        .orElseThrow())
                .endsWith("and artifacts.bucket is not set");
        assertThat(MissingSecrets.reason(DEPENDABOT, new SettingException("artifacts.keys", "is wrong", "Set it.")))
                .isEmpty();
    }

    @Test
    void otherFailuresAndOtherBuildsFail() {
        assertThat(MissingSecrets.reason(DEPENDABOT, store(Kind.ACCESS_DENIED))).isEmpty();
        assertThat(MissingSecrets.reason(Optional.empty(), store(Kind.NO_CREDENTIALS)))
                .isEmpty();
    }

    private static StoreException store(Kind kind) {
        return new StoreException(
                kind, Facts.before("GetObject", "s3://builds/x", "https://s3.example.com", "no"), null);
    }
}
