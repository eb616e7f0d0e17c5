package io.github.artifactpublisher.publish;

import static io.github.artifactpublisher.manifest.Builds.build;
import static io.github.artifactpublisher.publish.PublishStage.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.ScriptedProxy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each target that was published is reported, even if another one fails. */
class SeveralTargetsTest {
    private static final KeyPrefix LATEST = new KeyPrefix("artifacts/acme/app/latest");

    private PublishStage stage;
    private Plan plan;

    @BeforeEach
    void start(@TempDir Path folder) {
        stage = new PublishStage(folder);
        plan = Plan.of(TestOptions.targets(LATEST, MAIN), TestOptions.PLAN, List.of(stage.output("a.txt", "text")));
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void eachPublishedTargetIsReportedInTheOrderOfThePlan() {
        var sets = stage.publish(plan, build(1), TestOptions.DEFAULTS);

        assertThat(stage.sets).isEqualTo(sets);
        assertThat(stage.sets).extracting(PublishedSet::prefix).containsExactly(LATEST, MAIN);
    }

    @Test
    void thePublishedTargetsAreReportedIfALaterOneFails() {
        ProxyScript refusing =
                ProxyScript.always(ProxyScript.put(MAIN + "manifest.json"), ProxyAction.error(403, "AccessDenied"));

        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), refusing)) {
            assertThatThrownBy(() -> stage.publish(proxy.endpoint(), plan, build(1), TestOptions.DEFAULTS))
                    .isInstanceOf(StoreException.class);
        }

        assertThat(stage.sets).singleElement().satisfies(set -> {
            assertThat(set.prefix()).isEqualTo(LATEST);
            assertThat(set.objects()).hasSize(1);
        });
        stage.set(LATEST).assertComplete();
    }
}
