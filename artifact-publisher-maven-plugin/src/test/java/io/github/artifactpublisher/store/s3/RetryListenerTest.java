package io.github.artifactpublisher.store.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.RetryEvent;
import io.github.artifactpublisher.store.RetryListener;
import io.github.artifactpublisher.store.TestHeaders;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.S3Server;
import io.github.artifactpublisher.testing.ScriptedProxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each request that goes over the wire is reported, also one that is made again. */
class RetryListenerTest {
    @Test
    void eachRequestIsReported(@TempDir Path folder) {
        Recorder recorder = new Recorder();
        ObjectKey key = new ObjectKey("a");
        ProxyScript failingOnce = ProxyScript.first(1, ProxyScript.put("a"), ProxyAction.error(503, "SlowDown"));
        try (S3Server server = S3Server.start(folder).createBucket("builds");
                ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), failingOnce);
                S3ObjectStore store = TestStore.open(TestSettings.of(proxy.endpoint(), "builds"), recorder)) {
            store.put(key, Body.of(new byte[1]), TestHeaders.ofType("text/plain"));
            store.read(key);

            assertThat(recorder.actions).containsExactly("PutObject", "PutObject", "GetObject");
            assertThat(proxy.requests()).hasSize(3);
        }
    }

    private static final class Recorder implements RetryListener {
        private final List<String> actions = new ArrayList<>();

        @Override
        public void retrying(RetryEvent retry) {}

        @Override
        public void sent(String action) {
            actions.add(action);
        }
    }
}
