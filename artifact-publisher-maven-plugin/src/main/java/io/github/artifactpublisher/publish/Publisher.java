package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.concurrent.InterruptedOperationException;
import io.github.artifactpublisher.integrity.IntegrityException;
import io.github.artifactpublisher.integrity.VerifiedPut;
import io.github.artifactpublisher.manifest.Ancestry;
import io.github.artifactpublisher.manifest.BuildFacts;
import io.github.artifactpublisher.manifest.BuildOrder;
import io.github.artifactpublisher.manifest.ManifestException;
import io.github.artifactpublisher.manifest.UncertainManifestException;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.plan.PlanException;
import io.github.artifactpublisher.plan.PlannedObject;
import io.github.artifactpublisher.publish.ConflictException.Kind;
import io.github.artifactpublisher.store.ListingException;
import io.github.artifactpublisher.store.ObjectStore;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.transfer.Destination;
import io.github.artifactpublisher.transfer.MemoryException;
import io.github.artifactpublisher.transfer.PublishedObject;
import io.github.artifactpublisher.transfer.SetTransfer;
import io.github.artifactpublisher.transfer.SourceDigests;
import io.github.artifactpublisher.transfer.TransferContext;
import io.github.artifactpublisher.transfer.TransferLimits;
import io.github.artifactpublisher.transfer.UploadRecorder;
import io.github.artifactpublisher.transfer.UploadRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Carries out a plan: what has changed is sent first, then {@code SHA256SUMS}, then {@code manifest.json}, if nobody
 * else has written one meanwhile. Whatever fails, fails before the manifest: a first publication that fails leaves
 * none, a later one leaves the older. Thread-safe.
 */
public final class Publisher {
    /** As many as builds that may meet; each that loses has seen another one win. */
    public static final int MOST_ATTEMPTS = 30;

    /** Longer is of no use: whoever is ahead writes a manifest, which takes a moment. */
    private static final long MOST_PAUSE_MILLIS = 2000;

    private final Supplier<ObjectStore> opening;
    private final PublishListener listener;
    private final TransferLimits limits;
    private final Clock clock;
    private final Ancestry ancestry;
    private final Pause pause;

    /**
     * Makes a publisher.
     *
     * @param opening opens the store to publish to; the publisher closes it
     * @param listener is told of each object, from several threads at once
     * @param limits how much is under way at once
     * @param clock for the time in the manifest
     * @param ancestry tells which build is older where nothing else does
     * @param pause waits for other builds
     */
    public Publisher(
            Supplier<ObjectStore> opening,
            PublishListener listener,
            TransferLimits limits,
            Clock clock,
            Ancestry ancestry,
            Pause pause) {
        this.opening = opening;
        this.listener = listener;
        this.limits = limits;
        this.clock = clock;
        this.ancestry = ancestry;
        this.pause = pause;
    }

    /**
     * Publishes the plan to each of its targets.
     *
     * @return a set for each target where this build's set now stands by this call, in the order of the plan; none
     *     where a newer build's or the very same set stood, which the listener is told
     * @throws StoreException if the store refuses; nothing is sent if it refuses from the start
     * @throws IntegrityException if what stands is not what was sent
     * @throws PlanException if a file changes or cannot be read
     * @throws MemoryException if a file is too large for the memory; nothing is sent
     * @throws ManifestException if what stands cannot be understood; nothing is sent
     * @throws SharedPathException if a set of the same run exists with modules that this build does not have
     * @throws ImmutableException if something else stands at an address that is written once
     * @throws UncertainManifestException if it is not known whether the manifest is published
     * @throws NotCheckedException if it is, and what is done after it has failed
     * @throws InterruptedOperationException if this thread is interrupted
     * @throws ListingException if the server gives the same page of a listing again and again
     * @throws ConflictException if the set of another build is in the way
     */
    public List<PublishedSet> publish(Plan plan, BuildFacts build, PublishOptions options) {
        limits.checkMemory(plan);
        try (SourceDigests digests = new SourceDigests()) {
            digests.startReading(large(plan));
            try (ObjectStore store = opening.get()) {
                return publish(store, plan, build, options, digests);
            }
        }
    }

    /** What may go in parts needs its digest before the first of them. */
    private List<PlannedObject> large(Plan plan) {
        return plan.objects().stream()
                .filter(planned -> !limits.isSinglePut(planned.maxStoredSize()))
                .toList();
    }

    private List<PublishedSet> publish(
            ObjectStore store, Plan plan, BuildFacts build, PublishOptions options, SourceDigests digests) {
        UploadRecorder uploads = new UploadRecorder(listener);
        VerifiedPut put = new VerifiedPut(store, listener::sentAgain);
        Publication publication = new Publication(
                store,
                put,
                new SetTransfer(new TransferContext(store, put, limits, uploads, build, digests)),
                listener,
                clock,
                pause,
                new BuildOrder(ancestry),
                plan,
                build,
                options,
                digests);
        List<TargetPublication> targets = plan.targets().stream()
                .map(target -> new TargetPublication(publication, target))
                .toList();
        List<TargetPublication> published = new ArrayList<>();
        try {
            List<TargetPublication> open = targets;
            for (int attempt = 1; !open.isEmpty(); attempt++) {
                open = attempt(attempt, open, publication, published);
            }
        } catch (RuntimeException e) {
            targets.forEach(target -> target.failed(e, uploads.uploaded()));
            throw e;
        } finally {
            sets(plan, published).forEach(listener::stands);
        }
        return sets(plan, published);
    }

    private static List<PublishedSet> sets(Plan plan, List<TargetPublication> published) {
        return plan.targets().stream()
                .flatMap(target -> published.stream()
                        .map(TargetPublication::set)
                        .filter(set -> set.prefix().equals(target.prefix())))
                .toList();
    }

    /** The targets for which another attempt is needed. */
    private List<TargetPublication> attempt(
            int attempt, List<TargetPublication> open, Publication publication, List<TargetPublication> published) {
        if (attempt > 1) {
            again(attempt, open);
        }
        List<TargetPublication> toPublish =
                open.stream().filter(target -> target.look(attempt)).toList();
        send(toPublish, publication);
        List<TargetPublication> lost = new ArrayList<>();
        for (TargetPublication target : toPublish) {
            (target.complete() ? published : lost).add(target);
        }
        return lost;
    }

    private void again(int attempt, List<TargetPublication> open) {
        if (attempt > MOST_ATTEMPTS) {
            Kind kind = open.get(0).othersSeen() ? Kind.OTHERS_PUBLISH : Kind.WRITE_REFUSED;
            throw new ConflictException(kind, open.get(0).address(), List.of());
        }
        pause.await(beforeAttempt(attempt));
    }

    /** A random time, longer from attempt to attempt, so that builds that met do not meet again. */
    private static Duration beforeAttempt(int attempt) {
        long most = Math.min(MOST_PAUSE_MILLIS, 50L << Math.min(attempt, 10));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most));
    }

    /** A file that several targets lack is sent once. */
    private static void send(List<TargetPublication> targets, Publication publication) {
        Map<PlannedObject, List<Destination>> destinations = new LinkedHashMap<>();
        targets.forEach(target -> target.missing()
                .forEach(file -> destinations
                        .computeIfAbsent(file.planned(), planned -> new ArrayList<>())
                        .addAll(file.destinations())));
        List<UploadRequest> files = destinations.entrySet().stream()
                .map(file -> new UploadRequest(file.getKey(), file.getValue()))
                .toList();
        List<PublishedObject> sent = publication.sender().upload(files);
        targets.forEach(target -> sent.forEach(target::sent));
    }
}
