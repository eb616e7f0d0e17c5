package io.github.artifactpublisher.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.artifactpublisher.concurrent.Pause;
import io.github.artifactpublisher.integrity.IntegrityException;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.manifest.Ancestry;
import io.github.artifactpublisher.manifest.BuildFacts;
import io.github.artifactpublisher.manifest.OpenStore;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.store.s3.TestSettings;
import io.github.artifactpublisher.store.s3.TestStore;
import io.github.artifactpublisher.store.s3.settings.RequestOptions;
import io.github.artifactpublisher.testing.HttpHead;
import io.github.artifactpublisher.testing.ProxyAction;
import io.github.artifactpublisher.testing.ProxyScript;
import io.github.artifactpublisher.testing.PublishedSet;
import io.github.artifactpublisher.testing.RecordedRequest;
import io.github.artifactpublisher.testing.S3Server;
import io.github.artifactpublisher.testing.ScriptedProxy;
import io.github.artifactpublisher.transfer.PublishedObject;
import io.github.artifactpublisher.transfer.TransferLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import software.amazon.awssdk.core.sync.RequestBody;

/** A server with the bucket {@code builds}, publications to it, and the events that their listener received. */
public final class PublishStage implements AutoCloseable {
    static final KeyPrefix MAIN = new KeyPrefix("artifacts/acme/app/main");
    static final String ADDRESS = "s3://builds/" + MAIN;
    static final Predicate<HttpHead> MANIFEST = ProxyScript.put("manifest.json");
    static final Predicate<HttpHead> CHECKSUMS = ProxyScript.put("SHA256SUMS");
    static final Predicate<HttpHead> LISTING = request -> request.path().equals("/builds");
    static final ProxyAction DENIED = ProxyAction.error(403, "AccessDenied");

    final S3Server server;
    final List<PublishedObject> sent = Collections.synchronizedList(new ArrayList<>());
    final List<io.github.artifactpublisher.publish.PublishedSet> sets = Collections.synchronizedList(new ArrayList<>());
    final List<PublishEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final Path folder;
    private List<RecordedRequest> requests = List.of();
    private Clock clock = Clock.systemUTC();
    private Ancestry ancestry = (ancestor, descendant) -> false;
    private Duration retryFor = RequestOptions.DEFAULTS.retryFor();
    private Pause beforeCheck = time -> {};
    private Consumer<PublishedObject> onUpload = object -> {};

    PublishStage(Path folder) {
        this.folder = folder;
        this.server = S3Server.start(folder.resolve("s3")).createBucket("builds");
    }

    /** Later publications happen so much later. */
    PublishStage later(Duration time) {
        clock = Clock.offset(clock, time);
        return this;
    }

    PublishStage knowing(Ancestry other) {
        ancestry = other;
        return this;
    }

    /** Failed requests are repeated for so long. */
    PublishStage retryingFor(Duration time) {
        retryFor = time;
        return this;
    }

    /** Replaces the wait for a newer build. */
    PublishStage waiting(Pause other) {
        beforeCheck = other;
        return this;
    }

    /** Calls the action after each upload, in the thread of the upload. */
    PublishStage onUpload(Consumer<PublishedObject> action) {
        onUpload = action;
        return this;
    }

    private void pause(Duration time) throws InterruptedException {
        if (time.equals(NewerBuildRepair.PAUSE)) {
            beforeCheck.sleep(time);
        }
    }

    Output output(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Output.of(Files.writeString(file, text, UTF_8), name, Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Plan plan(Output... outputs) {
        return Plan.of(TestOptions.targets(MAIN), TestOptions.PLAN, List.of(outputs));
    }

    List<io.github.artifactpublisher.publish.PublishedSet> publish(Plan plan, BuildFacts build, TestOptions options) {
        return publish(server.endpoint(), plan, build, options);
    }

    /** Publishes through a proxy with a script, which records the requests. */
    List<io.github.artifactpublisher.publish.PublishedSet> publish(
            ProxyScript script, Plan plan, BuildFacts build, TestOptions options) {
        requests = List.of();
        try (ScriptedProxy proxy = ScriptedProxy.inFrontOf(server.endpoint(), script)) {
            try {
                return publish(proxy.endpoint(), plan, build, options);
            } finally {
                requests = proxy.requests();
            }
        }
    }

    /** Returns the requests of the last publication through a proxy that match. */
    List<RecordedRequest> requests(Predicate<HttpHead> matches) {
        return requests.stream().filter(request -> matches.test(request.head())).toList();
    }

    /** Overwrites an object below {@link #MAIN}, as another program does. */
    void overwrite(String name, String text) {
        server.client().putObject(put -> put.bucket("builds").key(MAIN + name), RequestBody.fromString(text));
    }

    /** Clears the events of earlier publications first. */
    List<io.github.artifactpublisher.publish.PublishedSet> publish(
            URI endpoint, Plan plan, BuildFacts build, TestOptions options) {
        sent.clear();
        sets.clear();
        events.clear();
        return publishBeside(endpoint, plan, build, options);
    }

    /** Keeps the events of earlier publications. */
    List<io.github.artifactpublisher.publish.PublishedSet> publishBeside(
            URI endpoint, Plan plan, BuildFacts build, TestOptions options) {
        return new Publisher(
                        () -> OpenStore.of(TestStore.open(TestSettings.patient(endpoint, "builds", retryFor))),
                        new RecordingListener(),
                        new TransferLimits(64 << 20, 16 << 20, 5),
                        clock,
                        ancestry,
                        this::pause)
                .publish(options.plan(plan), build, options.options());
    }

    PublishedSet set() {
        return set(MAIN);
    }

    PublishedSet set(KeyPrefix prefix) {
        return PublishedSet.in(server.client(), "builds", prefix.toString());
    }

    /** The number of the build that published the current set. */
    String publishedBuild() {
        return publishedBuild(MAIN);
    }

    String publishedBuild(KeyPrefix prefix) {
        return set(prefix).manifest().getAsJsonObject("ci").get("buildNumber").getAsString();
    }

    /** The names of the objects that were sent, sorted. */
    List<String> sentNames() {
        return sent.stream().map(object -> object.planned().name()).sorted().toList();
    }

    @Override
    public void close() {
        server.close();
    }

    private final class RecordingListener implements PublishListener {
        @Override
        public void uploaded(PublishedObject object) {
            sent.add(object);
            onUpload.accept(object);
        }

        @Override
        public void uploadedAgain(ObjectKey key, IntegrityException.Mismatch mismatch) {
            throw new AssertionError(key + ": " + mismatch);
        }

        @Override
        public void copyDiffers(ObjectKey key, IntegrityException.Mismatch mismatch) {
            throw new AssertionError(key + ": " + mismatch);
        }

        @Override
        public void abortFailed(ObjectKey key, RuntimeException cause) {
            throw new AssertionError(key.value(), cause);
        }

        @Override
        public void published(io.github.artifactpublisher.publish.PublishedSet set) {
            sets.add(set);
        }

        @Override
        public void reported(PublishEvent event) {
            events.add(event);
        }
    }
}
