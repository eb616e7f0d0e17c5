package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.publish.Scratch.Prepared;
import io.github.artifactpublisher.publish.VerifiedPut.Verified;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.ObjectHeaders;
import io.github.artifactpublisher.store.ObjectStore;
import io.github.artifactpublisher.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * Carries out a plan: objects first, then {@code SHA256SUMS}, then {@code manifest.json}. Whatever fails, fails before
 * the manifest: a first publication that fails leaves none, a later one leaves the older, whose hashes tell.
 */
public final class Publisher {
    private final ObjectStore store;
    private final PublishListener listener;
    private final VerifiedPut verifiedPut;
    private final Scratch scratch;
    private final int concurrency;
    private final Clock clock;

    /**
     * Makes a publisher.
     *
     * @param store where to
     * @param listener is told of each object, from several threads at once
     * @param scratchFolder takes the bytes on their way; made if it is not there, and left empty
     * @param concurrency how many objects are under way at once
     * @param clock for the time in the manifest
     */
    public Publisher(ObjectStore store, PublishListener listener, Path scratchFolder, int concurrency, Clock clock) {
        this.store = store;
        this.listener = listener;
        this.verifiedPut = new VerifiedPut(store, listener);
        this.scratch = new Scratch(scratchFolder);
        this.concurrency = concurrency;
        this.clock = clock;
    }

    /**
     * Publishes the whole plan to each of its targets.
     *
     * @return a set for each target, in the order of the plan
     * @throws StoreException if the store refuses; nothing is sent if it refuses from the start
     * @throws IntegrityException if what stands is not what was sent
     * @throws PlanException if a file changes or cannot be read
     */
    public List<PublishedSet> publish(Plan plan, BuildFacts build) {
        scratch.sweep();
        plan.targets().forEach(this::requireAccess);
        List<Callable<List<PublishedObject>>> transfers = new ArrayList<>();
        for (PlannedObject planned : plan.objects()) {
            transfers.add(() -> transfer(planned, plan.targets(), build));
        }
        List<PublishedObject> published = WorkerPool.runAll(concurrency, transfers).stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(object -> object.key().value()))
                .toList();
        return plan.targets().stream()
                .map(target -> complete(target, published, build))
                .toList();
    }

    /**
     * One small GET tells whether bucket, region and credentials are right, and is refused with a reason where a HEAD
     * has none. Credentials that may only write are refused with AccessDenied, which says nothing about writing.
     */
    private void requireAccess(KeyPrefix target) {
        try {
            store.read(target.key(SetFiles.MANIFEST));
        } catch (StoreException e) {
            if (e.kind() != StoreException.Kind.ACCESS_DENIED) {
                throw e;
            }
        }
    }

    private List<PublishedObject> transfer(PlannedObject planned, List<KeyPrefix> targets, BuildFacts build) {
        try (Prepared prepared = scratch.prepare(planned)) {
            ObjectHeaders headers = Headers.of(planned, prepared.original().sha256(), build);
            List<PublishedObject> objects = new ArrayList<>();
            for (KeyPrefix target : targets) {
                ObjectKey key = target.key(planned.name());
                Verified verified = objects.isEmpty()
                        ? verifiedPut.put(file(planned), key, prepared.body(), headers)
                        : copyOfFirst(objects.get(0), prepared, key, headers);
                objects.add(published(planned, prepared, key, verified));
            }
            return objects;
        }
    }

    /** Sent once; the store copies it to the other targets, unless it has tags, which a copy could lose. */
    private Verified copyOfFirst(PublishedObject first, Prepared prepared, ObjectKey key, ObjectHeaders headers) {
        String file = file(first.planned());
        return first.etag()
                .filter(etag -> headers.tags().isEmpty())
                .map(etag -> verifiedPut.copyOrPut(file, first.key(), etag, key, prepared.body(), headers))
                .orElseGet(() -> verifiedPut.put(file, key, prepared.body(), headers));
    }

    private static String file(PlannedObject planned) {
        return planned.output().file().toString();
    }

    private PublishedObject published(PlannedObject planned, Prepared prepared, ObjectKey key, Verified verified) {
        Digests original = prepared.original();
        PublishedObject object = new PublishedObject(
                planned,
                key,
                original.size(),
                original.sha256(),
                prepared.body().digests(),
                verified.receipt().etag(),
                verified.receipt().versionId(),
                verified.rung());
        listener.published(object);
        return object;
    }

    private PublishedSet complete(KeyPrefix target, List<PublishedObject> published, BuildFacts build) {
        List<PublishedObject> objects = published.stream()
                .filter(object ->
                        object.key().equals(target.key(object.planned().name())))
                .toList();
        String sums = objects.stream()
                .map(object ->
                        object.stored().sha256().hex() + "  " + object.planned().name() + "\n")
                .collect(Collectors.joining());
        putOwn(target, SetFiles.SHA256SUMS, sums.getBytes(StandardCharsets.UTF_8), "text/plain; charset=utf-8");
        byte[] manifest = Manifest.of(build, clock.instant(), objects).json();
        putOwn(target, SetFiles.MANIFEST, manifest, "application/json");
        return new PublishedSet(target, store.address(target), objects);
    }

    private void putOwn(KeyPrefix target, String name, byte[] bytes, String contentType) {
        verifiedPut.put(name, target.key(name), Body.of(bytes), ObjectHeaders.ofType(contentType));
    }
}
