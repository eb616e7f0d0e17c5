package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.gzip.GzipWorkers;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.publish.FileTransfer.Means;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.ObjectHeaders;
import io.github.artifactpublisher.store.ObjectStore;
import io.github.artifactpublisher.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Carries out a plan: objects first, then {@code SHA256SUMS}, then {@code manifest.json}. Whatever fails, fails before
 * the manifest: a first publication that fails leaves none, a later one leaves the older, whose hashes tell.
 */
public final class Publisher {
    private final ObjectStore store;
    private final PublishListener listener;
    private final VerifiedPut verifiedPut;
    private final TransferLimits limits;
    private final Clock clock;

    /**
     * Makes a publisher.
     *
     * @param store where to
     * @param listener is told of each object, from several threads at once
     * @param limits how much is under way at once
     * @param clock for the time in the manifest
     */
    public Publisher(ObjectStore store, PublishListener listener, TransferLimits limits, Clock clock) {
        this.store = store;
        this.listener = listener;
        this.verifiedPut = new VerifiedPut(store, listener);
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Publishes the whole plan to each of its targets.
     *
     * @return a set for each target, in the order of the plan
     * @throws StoreException if the store refuses; nothing is sent if it refuses from the start
     * @throws IntegrityException if what stands is not what was sent
     * @throws PlanException if a file changes or cannot be read
     * @throws MemoryException if a file is too large for the memory; nothing is sent
     */
    public List<PublishedSet> publish(Plan plan, BuildFacts build) {
        requireMemory(plan);
        List<PublishedObject> published;
        AwaitedStore accessible = AwaitedStore.opening(() -> accessible(plan));
        try {
            published = transfer(plan, build, accessible);
        } finally {
            accessible.end();
        }
        return plan.targets().stream()
                .map(target -> complete(target, published, build))
                .toList();
    }

    private ObjectStore accessible(Plan plan) {
        plan.targets().forEach(this::requireAccess);
        return store;
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

    private void requireMemory(Plan plan) {
        for (PlannedObject planned : plan.objects()) {
            long needed = limits.memoryFor(WatchedFile.most(planned));
            if (needed > limits.memory()) {
                throw new MemoryException(planned.output().file(), limits.memory(), needed);
            }
        }
    }

    private List<PublishedObject> transfer(Plan plan, BuildFacts build, ObjectStore accessible) {
        try (GzipWorkers gzip = new GzipWorkers(Runtime.getRuntime().availableProcessors())) {
            Means means = new Means(accessible, new VerifiedPut(accessible, listener), gzip, limits, listener, build);
            SegmentPool pool = new SegmentPool(limits.memory());
            return new SetTransfer(means, plan.targets(), pool).run(plan.objects());
        }
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
