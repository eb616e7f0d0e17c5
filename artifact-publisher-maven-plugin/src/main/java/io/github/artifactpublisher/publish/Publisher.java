package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.concurrent.InterruptedOperationException;
import io.github.artifactpublisher.concurrent.Pause;
import io.github.artifactpublisher.integrity.IntegrityException;
import io.github.artifactpublisher.integrity.VerifiedPut;
import io.github.artifactpublisher.manifest.Ancestry;
import io.github.artifactpublisher.manifest.BuildFacts;
import io.github.artifactpublisher.manifest.BuildOrder;
import io.github.artifactpublisher.manifest.ManifestException;
import io.github.artifactpublisher.manifest.OpenStore;
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
 * Publishes a plan: uploads the changed files, then {@code SHA256SUMS}, then {@code manifest.json} if no other build
 * has written one meanwhile. A failure before the manifest leaves the existing manifest as it is. Thread-safe.
 */
public final class Publisher {
    /** The maximum number of attempts to write a manifest while other builds publish to the same target. */
    public static final int MAX_ATTEMPTS = 30;

    /** A longer pause is useless, because another build needs only a moment to write its manifest. */
    private static final long MAX_PAUSE_MILLIS = 2000;

    private final Supplier<OpenStore> storeSupplier;
    private final PublishListener listener;
    private final TransferLimits limits;
    private final Clock clock;
    private final Ancestry ancestry;
    private final Pause pause;

    /**
     * Creates a publisher.
     *
     * @param storeSupplier opens the store to publish to; the publisher closes it
     * @param listener receives the events, from several threads at once
     * @param limits limits of memory and of parallel uploads
     * @param clock gives the time for the manifest
     * @param ancestry decides which build is older if their numbers do not
     * @param pause waits for other builds
     */
    public Publisher(
            Supplier<OpenStore> storeSupplier,
            PublishListener listener,
            TransferLimits limits,
            Clock clock,
            Ancestry ancestry,
            Pause pause) {
        this.storeSupplier = storeSupplier;
        this.listener = listener;
        this.limits = limits;
        this.clock = clock;
        this.ancestry = ancestry;
        this.pause = pause;
    }

    /**
     * Publishes the plan to each of its targets.
     *
     * @return the published sets, in the order of the targets; a target is left out if its existing set is kept,
     *     because it is newer, or identical at a target that is written once
     * @throws StoreException if the store refuses or fails
     * @throws IntegrityException if the stored bytes differ from those that were sent
     * @throws PlanException if a file has changed or cannot be read
     * @throws MemoryException if the memory is too small for a file; nothing is uploaded
     * @throws ManifestException if the existing manifest cannot be parsed; nothing is uploaded
     * @throws SharedPathException if a set of the same run exists with modules that this build does not have
     * @throws AlreadyPublishedException if another set exists at a target that is written once
     * @throws UncertainManifestException if it is not known whether the manifest is published
     * @throws PostPublicationException if the manifest is published, and a step after that has failed
     * @throws InterruptedOperationException if this thread is interrupted
     * @throws ListingException if a listing would never end
     * @throws ConflictException if another build publishes to the same target
     */
    public List<PublishedSet> publish(Plan plan, BuildFacts build, PublishOptions options) {
        limits.checkMemory(plan);
        try (SourceDigests digests = new SourceDigests()) {
            digests.startReading(largeFiles(plan));
            try (OpenStore open = storeSupplier.get()) {
                return publish(open, plan, build, options, digests);
            }
        }
    }

    /** The digest of a file that may need parts is needed before the first part. */
    private List<PlannedObject> largeFiles(Plan plan) {
        return plan.objects().stream()
                .filter(planned -> !limits.isSinglePut(planned.maxStoredSize()))
                .toList();
    }

    private List<PublishedSet> publish(
            OpenStore opened, Plan plan, BuildFacts build, PublishOptions options, SourceDigests digests) {
        UploadRecorder uploads = new UploadRecorder(listener);
        PublishContext context = context(opened, plan, build, options, digests, uploads);
        List<TargetPublisher> targets = plan.targets().stream()
                .map(target -> new TargetPublisher(context, target))
                .toList();
        try {
            List<TargetPublisher> open = targets;
            for (int attempt = 1; !open.isEmpty(); attempt++) {
                open = attempt(attempt, open, context);
            }
        } catch (RuntimeException e) {
            targets.forEach(target -> target.handleFailure(e, uploads.objects()));
            throw e;
        } finally {
            publishedSets(targets).forEach(listener::published);
        }
        return publishedSets(targets);
    }

    private PublishContext context(
            OpenStore opened,
            Plan plan,
            BuildFacts build,
            PublishOptions options,
            SourceDigests digests,
            UploadRecorder uploads) {
        ObjectStore store = opened.store();
        VerifiedPut put = new VerifiedPut(store, listener);
        return new PublishContext(
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
                digests,
                opened.manifests());
    }

    private static List<PublishedSet> publishedSets(List<TargetPublisher> targets) {
        return targets.stream().flatMap(target -> target.published().stream()).toList();
    }

    /** Returns the targets that need another attempt. */
    private List<TargetPublisher> attempt(int number, List<TargetPublisher> open, PublishContext context) {
        if (number > 1) {
            awaitOtherBuilds(number, open.get(0));
        }
        Map<TargetPublisher, PublishAttempt> attempts = new LinkedHashMap<>();
        open.forEach(target -> target.begin(number).ifPresent(attempt -> attempts.put(target, attempt)));
        upload(attempts, context);
        List<TargetPublisher> overtaken = new ArrayList<>();
        attempts.forEach((target, attempt) -> {
            if (!target.complete(attempt)) {
                overtaken.add(target);
            }
        });
        return overtaken;
    }

    private void awaitOtherBuilds(int attempt, TargetPublisher target) {
        if (attempt > MAX_ATTEMPTS) {
            Kind kind = target.othersSeen() ? Kind.OTHERS_PUBLISH : Kind.WRITE_REFUSED;
            throw new ConflictException(kind, target.address(), List.of());
        }
        pause.await(pauseBefore(attempt));
    }

    /** A random time that grows with each attempt, so that the same builds do not collide again. */
    private static Duration pauseBefore(int attempt) {
        long max = Math.min(MAX_PAUSE_MILLIS, 50L << Math.min(attempt, 10));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(max));
    }

    /** Uploads a file that several targets need only once. */
    private static void upload(Map<TargetPublisher, PublishAttempt> attempts, PublishContext context) {
        Map<PlannedObject, List<Destination>> destinations = new LinkedHashMap<>();
        attempts.forEach((target, attempt) -> target.missingFiles(attempt)
                .forEach(file -> destinations
                        .computeIfAbsent(file.planned(), planned -> new ArrayList<>())
                        .addAll(file.destinations())));
        List<UploadRequest> files = destinations.entrySet().stream()
                .map(file -> new UploadRequest(file.getKey(), file.getValue()))
                .toList();
        List<PublishedObject> uploaded = context.transfer().upload(files);
        attempts.keySet().forEach(target -> uploaded.forEach(target::recordUpload));
    }
}
