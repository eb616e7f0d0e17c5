package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.concurrent.InterruptedOperationException;
import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.layout.Target;
import io.github.artifactpublisher.manifest.BuildFacts;
import io.github.artifactpublisher.manifest.ChecksumFile;
import io.github.artifactpublisher.manifest.ChecksumFileWriter;
import io.github.artifactpublisher.manifest.ExistingManifest;
import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.manifest.Manifest;
import io.github.artifactpublisher.manifest.ManifestEntry;
import io.github.artifactpublisher.manifest.ManifestException;
import io.github.artifactpublisher.manifest.ManifestWriter;
import io.github.artifactpublisher.manifest.ManifestWriter.Outcome;
import io.github.artifactpublisher.manifest.SetFiles;
import io.github.artifactpublisher.manifest.UncertainManifestException;
import io.github.artifactpublisher.plan.PlannedObject;
import io.github.artifactpublisher.publish.ConflictException.Kind;
import io.github.artifactpublisher.store.ExistingObjects;
import io.github.artifactpublisher.store.ListingException;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.transfer.PublishedObject;
import io.github.artifactpublisher.transfer.UploadRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The way of one target to its manifest. An attempt looks at what stands, has sent what is missing, and writes the
 * manifest if what was seen still stands; else the next attempt begins, with what was sent before. Used by one thread.
 */
final class TargetPublication {
    private final Publication publication;
    private final Target target;
    private final KeyPrefix prefix;
    private final Places places;
    private final ChecksumFileWriter checksumWriter;
    private final Map<PlannedObject, PublishedObject> sent = new HashMap<>();
    private Map<PlannedObject, PublishedObject> unchanged = Map.of();
    private ExistingManifest existing;
    private Optional<ExistingObjects> standing = Optional.empty();
    private boolean checksumsWritten;
    private boolean othersSeen;
    private boolean isOpen;

    TargetPublication(Publication publication, Target target) {
        this.publication = publication;
        this.target = target;
        this.prefix = target.prefix();
        this.places = Places.of(publication, target);
        this.checksumWriter = new ChecksumFileWriter(publication.store(), publication.put(), prefix);
    }

    /**
     * Begins an attempt.
     *
     * @param attempt its number, from 1
     * @return whether this target is to be published; if not, what stands there stays
     * @throws ManifestException if what stands cannot be understood
     * @throws SharedPathException if it is of the same run, and has modules that this build does not have
     * @throws ImmutableException if something else stands at an address that is written once
     */
    boolean look(int attempt) {
        ExistingManifest before = existing;
        existing = readManifest();
        if (attempt > 1) {
            tellWhyAgain(before, attempt);
        }
        isOpen = !target.writeOnce();
        boolean older = !target.writeOnce() && isOlder();
        SharedPath path = new SharedPath(publication, prefix);
        if (!older) {
            existing.manifest().ifPresent(path::requireOwn);
        }
        if (target.writeOnce() ? existing.manifest().isPresent() : older) {
            isOpen = false;
            leave(existing.manifest().orElseThrow());
            return false;
        }
        if (!target.writeOnce()) {
            existing.manifest().ifPresent(path::warn);
            keepWhatStands();
        }
        return true;
    }

    private ExistingManifest readManifest() {
        ExistingManifest read = ExistingManifest.read(publication.store(), prefix);
        if (!read.isReadable()) {
            tell(new Notice.ManifestUnreadable(publication.store().address(prefix.key(SetFiles.MANIFEST))));
        }
        Optional<ManifestException> invalid = read.invalid();
        if (invalid.isEmpty()) {
            return read;
        }
        if (!publication.options().force() || target.writeOnce()) {
            throw invalid.get();
        }
        tell(new Notice.ManifestReplaced(invalid.get().location(), invalid.get().reason()));
        return read.ignoringInvalid();
    }

    private void tell(Notice notice) {
        publication.listener().noticed(notice);
    }

    /** Only a manifest that was seen tells of another build. */
    private void tellWhyAgain(ExistingManifest before, int attempt) {
        boolean changed = !existing.isUnchangedSince(before);
        othersSeen |= changed;
        tell(changed ? new Notice.AnotherCame(address(), attempt) : new Notice.WriteRefused(address(), attempt));
    }

    /** Whether another build's manifest was seen to come in between. */
    boolean othersSeen() {
        return othersSeen;
    }

    private boolean isOlder() {
        return !publication.options().allowOlder()
                && existing.manifest()
                        .filter(manifest -> publication.order().isOlder(publication.build(), manifest.build()))
                        .isPresent();
    }

    private void leave(Manifest standing) {
        if (checksumsWritten) {
            checksumWriter.restore(existing);
            checksumsWritten = false;
        }
        if (target.writeOnce()) {
            new ImmutableSet(publication, prefix).requireSame(existing);
            return;
        }
        if (inPlace()) {
            new SuperfluousAttempt(publication, prefix).requireNothingReplaced(standing, sentKeys());
        }
        BuildFacts newer = standing.build();
        BuildFacts ours = publication.build();
        tell(new Notice.NewerStands(address(), newer.nameBeside(ours), ours.nameBeside(newer)));
    }

    /** What another build names may be gone with its next manifest; what was sent by build is ours alone. */
    private void keepWhatStands() {
        UnchangedFiles files = new UnchangedFiles(publication, prefix, places.folder());
        Map<PlannedObject, PublishedObject> candidates =
                files.candidates(existing, planned -> !sent.containsKey(planned));
        List<ObjectKey> sought = files.keys(candidates, inPlace() ? sentKeys() : Set.of());
        standing = sought.isEmpty() ? Optional.empty() : publication.standing(prefix, sought);
        candidates.values().removeIf(object -> !stands(object));
        unchanged = candidates;
        if (inPlace()) {
            sent.values().removeIf(object -> !stands(object));
        }
    }

    private boolean stands(PublishedObject object) {
        return standing.filter(there -> there.has(object.key(), object.stored(), object.etag()))
                .isPresent();
    }

    /** What is to be sent in this attempt. */
    List<UploadRequest> missing() {
        return publication.plan().objects().stream()
                .filter(planned -> !unchanged.containsKey(planned) && !sent.containsKey(planned))
                .map(planned -> new UploadRequest(planned, List.of(places.of(planned))))
                .toList();
    }

    /** Notes an object that stands, if it is one of this target. */
    void sent(PublishedObject object) {
        if (places.hold(object)) {
            sent.put(object.planned(), object);
        }
    }

    /**
     * Writes what makes the set complete.
     *
     * @return whether the set stands; if not, another build has come in between
     * @throws ConflictException if one stands that may not be read, where it is written once
     * @throws UncertainManifestException if it is not known whether the manifest is written
     * @throws NotCheckedException if it is, and what comes after it has failed
     */
    boolean complete() {
        List<PublishedObject> objects = objects();
        List<ManifestEntry> entries = objects.stream()
                .map(object -> ManifestEntries.of(object, publication.options().storage()))
                .toList();
        ChecksumFile checksums = ChecksumFile.of(prefix, entries);
        if (standing.flatMap(there -> there.at(checksums.key()))
                .filter(checksums::isIn)
                .isEmpty()) {
            checksumWriter.write(checksums, !existing.isReadable() && target.writeOnce());
            checksumsWritten = true;
        }
        ManifestWriter.Result manifest = writeManifest(entries, checksums);
        if (manifest.outcome() == Outcome.OVERTAKEN) {
            return false;
        }
        checksumsWritten = false;
        isOpen = false;
        afterManifest(new AfterManifest(publication, prefix, objects, manifest.bytes()), checksums);
        return true;
    }

    private ManifestWriter.Result writeManifest(List<ManifestEntry> entries, ChecksumFile checksums) {
        Manifest manifest = new Manifest(
                publication.build(),
                Optional.of(publication.clock().instant()),
                Optional.of(publication.options().layout()),
                Optional.empty(),
                entries);
        ManifestWriter.Result result = new ManifestWriter(publication.store(), publication.put(), target, existing)
                .write(manifest, checksums, publication.options().force());
        if (!result.conditional()) {
            tell(new Notice.ConditionsIgnored(address()));
        }
        if (result.outcome() == Outcome.UNREADABLE) {
            throw new ConflictException(
                    Kind.UNREADABLE_MANIFEST, publication.store().address(prefix.key(SetFiles.MANIFEST)), List.of());
        }
        return result;
    }

    private void afterManifest(AfterManifest after, ChecksumFile checksums) {
        try {
            after.look(checksums, checksumWriter);
            after.settle(places, sent.values());
            after.tidy(sent.values(), existing);
        } catch (StoreException | ListingException | ManifestException | InterruptedOperationException e) {
            throw new NotCheckedException(address(), e);
        }
    }

    /**
     * Puts right and tells what a failure leaves. The list of sums goes before the manifest; if that is never written,
     * the set that exists gets back its own.
     *
     * @param uploaded what was uploaded until then
     */
    void failed(RuntimeException failure, List<PublishedObject> uploaded) {
        if (checksumsWritten) {
            checksumWriter.restoreAfter(failure);
        }
        if (inPlace() && isOpen && !isTold(failure)) {
            tellOfOverwritten(uploaded);
        }
    }

    private static boolean isTold(RuntimeException failure) {
        return failure instanceof ConflictException conflict
                ? conflict.kind().isOverwriting()
                : failure instanceof UncertainManifestException;
    }

    /** Whoever may not read the manifest cannot know which of the objects it names. */
    private void tellOfOverwritten(List<PublishedObject> uploaded) {
        Map<ObjectKey, Digests> before = new HashMap<>();
        existing.manifest()
                .ifPresent(manifest -> manifest.objects()
                        .forEach(entry -> before.put(entry.key(), entry.stored().digests())));
        List<String> keys = uploaded.stream()
                .filter(object -> existing.isReadable()
                        ? before.containsKey(object.key())
                                && !before.get(object.key()).equals(object.stored())
                        : places.hold(object))
                .map(object -> object.key().value())
                .distinct()
                .sorted()
                .toList();
        if (!keys.isEmpty()) {
            tell(new Notice.Overwritten(address(), keys));
        }
    }

    /** The set, when it stands. */
    PublishedSet set() {
        return new PublishedSet(prefix, address(), objects());
    }

    private List<PublishedObject> objects() {
        return publication.plan().objects().stream()
                .map(planned -> unchanged.containsKey(planned) ? unchanged.get(planned) : sent.get(planned))
                .sorted(Comparator.comparing(object -> object.key().value()))
                .toList();
    }

    private Set<ObjectKey> sentKeys() {
        return sent.values().stream().map(PublishedObject::key).collect(Collectors.toSet());
    }

    private boolean inPlace() {
        return publication.options().layout() == Layout.IN_PLACE;
    }

    String address() {
        return publication.store().address(prefix);
    }
}
