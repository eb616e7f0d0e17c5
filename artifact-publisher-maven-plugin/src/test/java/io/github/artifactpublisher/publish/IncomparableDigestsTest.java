package io.github.artifactpublisher.publish;

import static io.github.artifactpublisher.manifest.Builds.build;
import static io.github.artifactpublisher.publish.PublishStage.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.integrity.VerificationMethod;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.ScriptedProxy;
import io.github.artifactpublisher.transfer.PublishedObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers whose answers have ETags and checksums that cannot be compared: the set is published and verified. */
class IncomparableDigestsTest {
    private static final String OTHER = "\"0123456789abcdef0123456789abcdef\"";

    private PublishStage stage;

    @BeforeEach
    void start(@TempDir Path folder) {
        stage = new PublishStage(folder);
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OTHER,
                "W/" + OTHER,
                "bare",
                "\"%%\"",
                "\"\"",
                "",
                "\"0123456789abcdef0123456789abcdef-1\"",
                "\"ü\""
            })
    void anAnswerToAPutHasAnotherETag(String etag) {
        publishTwice(ProxyScript.always(request -> request.method().equals("PUT"), answering(Map.of("ETag", etag))));

        stage.set().assertWhole();
        assertThat(stage.sent).extracting(PublishedObject::method).containsOnly(VerificationMethod.SHA256);
    }

    /** Only the listing has the right one. */
    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 501})
    void aServerWithoutHeadAnswersAPutWithAnotherETag(int status) {
        publishTwice(request -> switch (request.method()) {
            case "HEAD" -> ProxyAction.answer(status, Map.of(), "");
            case "PUT" -> answering(Map.of("ETag", OTHER));
            default -> ProxyAction.pass();
        });

        assertThat(stage.sent).extracting(PublishedObject::method).containsOnly(VerificationMethod.SHA256);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=-x",
                "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=-99999999999",
                "\"\""
            })
    void aChecksumIsInNoKnownForm(String sha256) {
        publishTwice(ProxyScript.always(
                request -> request.method().equals("PUT") || request.method().equals("HEAD"),
                answering(Map.of("ETag", OTHER, "x-amz-checksum-sha256", sha256))));

        assertThat(stage.sent).extracting(PublishedObject::method).containsOnly(VerificationMethod.READ_BACK);
    }

    private void publishTwice(ProxyScript script) {
        for (int number = 1; number <= 2; number++) {
            try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(stage.server.endpoint(), script)) {
                Plan plan = plan(stage.output("a.txt", "text " + number));
                stage.publish(proxy.endpoint(), plan, build(number), TestOptions.DEFAULTS);
            }
            assertThat(stage.events).isEmpty();
            assertThat(stage.publishedBuild()).isEqualTo(Integer.toString(number));
        }
    }

    private static ProxyAction answering(Map<String, String> headers) {
        return ProxyAction.rewriteResponse(headers, UnaryOperator.identity());
    }
}
