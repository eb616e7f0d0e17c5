package io.github.artifactpublisher.publish;

import static io.github.artifactpublisher.manifest.Builds.build;
import static io.github.artifactpublisher.publish.PublishStage.MAIN;
import static io.github.artifactpublisher.publish.PublishStage.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.ScriptedProxy;
import io.github.artifactpublisher.testing.TestAttributes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/** Uploads in parts that a run has begun before it was killed. */
class StaleUploadsTest {
    private static final String BY_BUILD_KEY = MAIN + "builds/20260101T000000Z-7-0123abcd/large.bin";
    private static final String BRANCH_BELOW = MAIN + "next/large.bin";

    private PublishStage stage;
    private Output large;

    @BeforeEach
    void start(@TempDir Path folder) {
        stage = new PublishStage(folder);
        Output file = stage.output("large.bin", "x".repeat(17 << 20));
        large = file.with(TestAttributes.gzip(false).orElse(file.attributes()));
        begin(MAIN + "large.bin");
        begin(BY_BUILD_KEY);
        begin(BRANCH_BELOW);
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void theNextRunThatSendsPartsAbortsThoseOfTheSameSetAfterADay() {
        stage.publish(plan(large), build(1), TestOptions.DEFAULTS);
        assertThat(uploads()).as("perhaps of a build that is under way").hasSize(3);

        stage.later(StaleUploads.MIN_AGE.plus(Duration.ofMinutes(1)));
        stage.publish(plan(large), build(2), TestOptions.DEFAULTS.forced());

        assertThat(uploads()).as("those of another branch stay").containsExactly(BRANCH_BELOW);
        assertThat(stage.events).containsExactly(new PublishEvent.IncompleteUploadsAborted("s3://builds/" + MAIN, 2));
    }

    @Test
    void succeedsIfListingUploadsIsDenied() {
        stage.later(StaleUploads.MIN_AGE.plus(Duration.ofMinutes(1)));
        ProxyScript refusing = ProxyScript.always(
                request -> request.method().equals("GET") && request.query().contains("uploads"),
                ProxyAction.error(403, "AccessDenied"));

        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), refusing)) {
            assertThat(stage.publish(proxy.endpoint(), plan(large), build(1), TestOptions.DEFAULTS))
                    .hasSize(1);
        }
        assertThat(stage.events).isEmpty();
        assertThat(uploads()).hasSize(3);
    }

    private void begin(String key) {
        stage.server
                .client()
                .createMultipartUpload(upload -> upload.bucket("builds").key(key));
    }

    private List<String> uploads() {
        return stage.server.client().listMultipartUploads(list -> list.bucket("builds")).uploads().stream()
                .map(MultipartUpload::key)
                .toList();
    }
}
