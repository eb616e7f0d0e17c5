package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.layout.Target;
import io.github.artifactpublisher.manifest.BuildFacts;
import io.github.artifactpublisher.manifest.ChecksumFile;
import io.github.artifactpublisher.manifest.ChecksumFileWriter;
import io.github.artifactpublisher.manifest.ExistingManifest;
import io.github.artifactpublisher.manifest.Manifest;
import io.github.artifactpublisher.manifest.ManifestException;
import io.github.artifactpublisher.manifest.ManifestWriter;
import io.github.artifactpublisher.manifest.ManifestWriter.Outcome;
import io.github.artifactpublisher.manifest.SetFiles;
import io.github.artifactpublisher.manifest.UncertainManifestException;
import io.github.artifactpublisher.plan.PlannedObject;
import io.github.artifactpublisher.publish.ConflictException.Kind;
import io.github.artifactpublisher.transfer.PublishedObject;
import io.github.artifactpublisher.transfer.UploadRequest;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Publishes a set at one target, in one or more attempts. An attempt reads the existing manifest, uploads the files
 * that are missing, and writes the manifest if no other build has written one since. Otherwise the next attempt begins;
 * it keeps the uploads of the earlier ones. Used by one thread.
 */
final class TargetPublisher {
    private final PublishContext context;
    private final Target target;
    private final KeyPrefix prefix;
    private final Destinations destinations;
    private final ChecksumFileWriter checksumWriter;
    private final Map<PlannedObject, PublishedObject> uploaded = new HashMap<>();
    private ExistingManifest lastRead;
    private boolean checksumsWritten;
    private boolean othersSeen;
    private boolean canOverwrite;
    private Optional<PublishedSet> published = Optional.empty();

    TargetPublisher(PublishContext context, Target target) {
        this.context = context;
        this.target = target;
        this.prefix = target.prefix();
        this.destinations = Destinations.of(context, target);
        this.checksumWriter = new ChecksumFileWriter(context.store(), context.put(), prefix);
    }

    /**
     * Begins an attempt.
     *
     * @param number the number of the attempt, from 1
     * @return empty if the existing set is kept, because it is newer, or identical at a target that is written once
     * @throws ManifestException if the existing manifest cannot be parsed
     * @throws SharedPathException if the existing set is of the same run and has modules that this build does not have
     * @throws AlreadyPublishedException if another set exists at a target that is written once
     */
    Optional<PublishAttempt> begin(int number) {
        ExistingManifest existing = readManifest(number);
        Optional<Manifest> manifest = existing.manifest();
        canOverwrite = !target.writeOnce();
        SharedPath path = new SharedPath(context, prefix);
        boolean keep = target.writeOnce()
                ? manifest.isPresent()
                : manifest.filter(this::isNewer).isPresent();
        if (target.writeOnce() || !keep) {
            manifest.ifPresent(path::requireNoOtherModules);
        }
        if (keep) {
            canOverwrite = false;
            keepExisting(existing);
            return Optional.empty();
        }
        if (target.writeOnce()) {
            return Optional.of(PublishAttempt.ofAllFiles(existing));
        }
        manifest.ifPresent(path::reportOverwritten);
        PublishAttempt attempt = new UnchangedFiles(context, prefix, destinations.folder()).find(existing, uploaded);
        if (context.isInPlace()) {
            uploaded.values()
                    .removeIf(object -> attempt.listed().filter(object::isIn).isEmpty());
        }
        return Optional.of(attempt);
    }

    private ExistingManifest readManifest(int attempt) {
        ExistingManifest read = attempt == 1 && context.manifests().containsKey(prefix)
                ? context.manifests().get(prefix).readAgain(context.store(), prefix)
                : ExistingManifest.read(context.store(), prefix);
        if (!read.isReadable()) {
            context.report(new PublishEvent.ManifestUnreadable(context.store().address(manifestKey())));
        }
        if (read.invalid().isPresent()) {
            ManifestException invalid = read.invalid().get();
            if (!context.options().force() || target.writeOnce()) {
                throw invalid;
            }
            context.report(new PublishEvent.InvalidManifestOverwritten(invalid.location(), invalid.reason()));
            read = read.ignoringInvalid();
        }
        if (attempt > 1) {
            reportAttempt(attempt, !read.isUnchangedSince(lastRead));
        }
        lastRead = read;
        return read;
    }

    /** Only a changed manifest proves that another build has published. */
    private void reportAttempt(int attempt, boolean changed) {
        othersSeen |= changed;
        context.report(
                changed
                        ? new PublishEvent.OtherBuildPublished(address(), attempt)
                        : new PublishEvent.ManifestWriteRefused(address(), attempt));
    }

    private boolean isNewer(Manifest manifest) {
        return !context.options().allowOlder() && context.order().isOlder(context.build(), manifest.build());
    }

    /**
     * The existing set gets its checksum file back, and the objects that it misses or that this build has overwritten.
     */
    private void keepExisting(ExistingManifest existing) {
        Manifest manifest = existing.manifest().orElseThrow();
        if (checksumsWritten) {
            checksumWriter.restore(existing);
            checksumsWritten = false;
        }
        if (target.writeOnce()) {
            new WriteOnceCheck(context, prefix).requireIdentical(existing);
            return;
        }
        if (context.isInPlace()) {
            new NewerBuildRepair(context, prefix).await(manifest, keysOf(uploaded.values()));
        }
        BuildFacts newer = manifest.build();
        BuildFacts ours = context.build();
        context.report(new PublishEvent.OlderBuildSkipped(address(), newer.nameBeside(ours), ours.nameBeside(newer)));
    }

    /** Returns the uploads that an attempt needs. */
    List<UploadRequest> missingFiles(PublishAttempt attempt) {
        return context.plan().objects().stream()
                .filter(planned -> !attempt.unchanged().containsKey(planned) && !uploaded.containsKey(planned))
                .map(planned -> new UploadRequest(planned, List.of(destinations.of(planned))))
                .toList();
    }

    /** Records an uploaded object if it belongs to this target. */
    void recordUpload(PublishedObject object) {
        if (destinations.contains(object)) {
            uploaded.put(object.planned(), object);
        }
    }

    /**
     * Completes an attempt whose files are uploaded: writes the checksum file and the manifest, then checks the set.
     *
     * @return whether the set is published; false if another build has published meanwhile
     * @throws ConflictException if a manifest exists that the credentials may not read, at a target that is written
     *     once
     * @throws UncertainManifestException if it is not known whether the manifest is published
     * @throws PostPublicationException if the manifest is published, and a step after that has failed
     */
    boolean complete(PublishAttempt attempt) {
        List<PublishedObject> objects = objects(attempt);
        Manifest manifest = ManifestEntries.manifest(context, objects);
        ChecksumFile checksums = ChecksumFile.of(prefix, manifest.objects());
        if (!attempt.has(checksums)) {
            checksumWriter.write(checksums, !attempt.existing().isReadable() && target.writeOnce());
            checksumsWritten = true;
        }
        ManifestWriter.Result result = writeManifest(attempt.existing(), manifest, checksums);
        if (result.outcome() == Outcome.OVERTAKEN) {
            return false;
        }
        checksumsWritten = false;
        canOverwrite = false;
        new PostPublication(context, prefix, objects, result.bytes())
                .run(checksums, checksumWriter, destinations, uploaded.values(), attempt.existing());
        published = Optional.of(new PublishedSet(prefix, address(), objects));
        return true;
    }

    private List<PublishedObject> objects(PublishAttempt attempt) {
        return context.plan().objects().stream()
                .map(planned -> attempt.unchanged().getOrDefault(planned, uploaded.get(planned)))
                .sorted(Comparator.comparing(object -> object.key().value()))
                .toList();
    }

    private ManifestWriter.Result writeManifest(ExistingManifest existing, Manifest manifest, ChecksumFile checksums) {
        ManifestWriter.Result result = new ManifestWriter(context.store(), context.put(), target, existing)
                .write(manifest, checksums, context.options().force());
        if (!result.conditional()) {
            context.report(new PublishEvent.PreconditionsIgnored(address()));
        }
        if (result.outcome() == Outcome.UNREADABLE) {
            throw new ConflictException(
                    Kind.UNREADABLE_MANIFEST, context.store().address(manifestKey()), List.of());
        }
        return result;
    }

    /**
     * Restores the checksum file of the existing set after the publication has failed, and reports the objects of that
     * set that are overwritten.
     *
     * @param uploads all objects that were uploaded, to any target
     */
    void handleFailure(RuntimeException failure, List<PublishedObject> uploads) {
        if (checksumsWritten) {
            checksumWriter.restoreAfter(failure);
        }
        if (context.isInPlace() && canOverwrite) {
            new FailedPublication(context, target, destinations).report(failure, lastRead, uploads);
        }
    }

    /** Returns the set; empty until it is published. */
    Optional<PublishedSet> published() {
        return published;
    }

    /** Whether a manifest of another build was found in a later attempt. */
    boolean othersSeen() {
        return othersSeen;
    }

    /** Returns the address of the set: {@code s3://bucket/prefix/}. */
    String address() {
        return context.address(prefix);
    }

    private ObjectKey manifestKey() {
        return prefix.key(SetFiles.MANIFEST);
    }

    private static Set<ObjectKey> keysOf(Collection<PublishedObject> objects) {
        return objects.stream().map(PublishedObject::key).collect(Collectors.toSet());
    }
}
