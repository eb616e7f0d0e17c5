package io.github.artifactpublisher.store.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.ObjectHeaders;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.S3Server;
import io.github.artifactpublisher.testing.ScriptedProxy;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first read only asks whether the settings are right; once one was answered, they are, and failures pass. */
class ReadPatienceTest {
    private static final ObjectKey FIRST = new ObjectKey("a/first");
    private static final ObjectKey KEY = new ObjectKey("a/key");
    private static final ProxyAction UNAVAILABLE =
            ProxyAction.answer(503, Map.of(), "<Error><Code>ServiceUnavailable</Code></Error>");

    private static S3Server server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = S3Server.start(folder).createBucket("builds");
        try (S3ObjectStore store = S3ObjectStore.open(TestSettings.of(server.endpoint(), "builds"))) {
            store.put(KEY, Body.of("text".getBytes(UTF_8)), ObjectHeaders.ofType("text/plain"));
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aServerThatFailsFromTheStartIsGivenUpEarly() {
        ProxyScript failing = ProxyScript.always(request -> true, UNAVAILABLE);
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), failing);
                S3ObjectStore store = S3ObjectStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            for (int read = 1; read <= 2; read++) {
                assertThat(catchThrowableOfType(StoreException.class, () -> store.read(KEY))
                                .kind())
                        .isEqualTo(Kind.SERVER_FAILED);
                assertThat(proxy.requests()).hasSize(read * S3Clients.PROBE_ATTEMPTS);
            }
        }
    }

    @Test
    void onceAnObjectWasReadThreeFailuresAreOvercome() {
        assertOvercome(KEY, ProxyAction.pass());
    }

    @Test
    void soTheyAreOnceAnObjectWasNotThere() {
        assertOvercome(FIRST, ProxyAction.pass());
    }

    @Test
    void soTheyAreOnceAReadWasDenied() {
        assertOvercome(FIRST, ProxyAction.answer(403, Map.of(), "<Error><Code>AccessDenied</Code></Error>"));
    }

    private static void assertOvercome(ObjectKey first, ProxyAction answer) {
        Iterator<ProxyAction> answers = List.of(answer, UNAVAILABLE, UNAVAILABLE, UNAVAILABLE, ProxyAction.pass())
                .iterator();
        ProxyScript script = request -> answers.next();
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), script);
                S3ObjectStore store = S3ObjectStore.open(TestSettings.of(proxy.endpoint(), "builds"))) {
            try {
                store.read(first);
            } catch (StoreException e) {
                assertThat(e.kind()).isEqualTo(Kind.ACCESS_DENIED);
            }

            assertThat(store.read(KEY))
                    .hasValueSatisfying(
                            there -> assertThat(there.bytes()).asString(UTF_8).isEqualTo("text"));
            assertThat(proxy.requests()).hasSize(5);
        }
    }
}
