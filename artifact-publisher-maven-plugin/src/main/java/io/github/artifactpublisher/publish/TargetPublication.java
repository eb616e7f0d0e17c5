package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.publish.SetTransfer.Delivery;
import io.github.artifactpublisher.store.StoreException;
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
    private final KeyPrefix prefix;
    private final BuildFolder folder;
    private final BuildFolder beside;
    private final Map<PlannedObject, PublishedObject> sent = new HashMap<>();
    private Map<PlannedObject, PublishedObject> unchanged = Map.of();
    private Previous previous;
    private Optional<Standing> standing = Optional.empty();
    private boolean sumsWritten;

    TargetPublication(Publication publication, KeyPrefix prefix) {
        this.publication = publication;
        this.prefix = prefix;
        this.folder = folder(publication.options().layout());
        this.beside = folder(Layout.BY_BUILD);
    }

    private BuildFolder folder(Layout layout) {
        return BuildFolder.of(layout, publication.build(), publication.clock().instant());
    }

    /**
     * Begins an attempt.
     *
     * @return whether this target is to be published; if not, what stands there stays
     * @throws ManifestException if what stands cannot be understood
     * @throws ImmutableException if something else stands at an address that is written once
     * @throws LostException if objects are gone there that this build cannot send again
     */
    boolean look() {
        boolean immutable = isImmutable();
        boolean replacing = publication.options().force() && !immutable;
        previous = Previous.look(publication.store(), prefix, replacing, publication.listener());
        if (immutable ? previous.manifest().isPresent() : isOlder()) {
            leave(previous.manifest().orElseThrow(), immutable);
            return false;
        }
        if (!immutable) {
            keepWhatStands();
        }
        return true;
    }

    private boolean isOlder() {
        return !publication.options().allowOlder()
                && previous.manifest()
                        .filter(manifest -> publication.order().isOlder(publication.build(), manifest.build()))
                        .isPresent();
    }

    private void leave(Manifest standing, boolean immutable) {
        if (sumsWritten) {
            new SumsOfTheManifest(publication, prefix).restore(previous);
        }
        if (immutable) {
            new ImmutableSet(publication, prefix).requireSame(previous);
            return;
        }
        if (inPlace()) {
            new SuperfluousAttempt(publication, prefix).requireNothingReplaced(standing, sentKeys());
        }
        BuildFacts newer = standing.build();
        BuildFacts ours = publication.build();
        publication
                .listener()
                .noticed(new Notice.NewerStands(address(), newer.nameBeside(ours), ours.nameBeside(newer)));
    }

    /** What another build names may be gone with its next manifest; what was sent by build is ours alone. */
    private void keepWhatStands() {
        UnchangedFiles files = new UnchangedFiles(publication, prefix, folder);
        Map<PlannedObject, PublishedObject> candidates =
                files.candidates(previous, planned -> !sent.containsKey(planned));
        List<ObjectKey> sought = files.keys(candidates, inPlace() ? sentKeys() : Set.of());
        standing = sought.isEmpty() ? Optional.empty() : publication.standing(prefix, sought);
        candidates.values().removeIf(object -> !stands(object));
        unchanged = candidates;
        if (inPlace()) {
            sent.values().removeIf(object -> !stands(object));
        }
    }

    private boolean stands(PublishedObject object) {
        return standing.filter(there -> there.has(object)).isPresent();
    }

    /** What is to be sent in this attempt. */
    List<Delivery> missing() {
        return publication.plan().objects().stream()
                .filter(planned -> !unchanged.containsKey(planned) && !sent.containsKey(planned))
                .map(planned -> new Delivery(planned, List.of(place(planned))))
                .toList();
    }

    /** Notes an object that stands, if it is one of this target. */
    void sent(PublishedObject object) {
        PlannedObject planned = object.planned();
        Place place = place(planned);
        if (object.key().equals(place.key())
                || place.instead().filter(object.key()::equals).isPresent()) {
            sent.put(planned, object);
        }
    }

    /** At an address that is written once nothing that stands is replaced: another build's manifest may name it. */
    private Place place(PlannedObject planned) {
        return isImmutable() && inPlace()
                ? Place.once(key(planned), beside.key(prefix, planned.name()))
                : Place.at(key(planned));
    }

    /**
     * Writes what makes the set complete.
     *
     * @return whether the set stands; if not, another build has come in between
     */
    boolean complete() {
        List<PublishedObject> objects = objects();
        Sums sums = Sums.of(prefix, objects);
        if (standing.flatMap(there -> there.at(sums.key()))
                .filter(sums::isSameAs)
                .isEmpty()) {
            publication.put().put(SetFiles.SHA256SUMS, sums.key(), sums.body(), Sums.HEADERS);
            sumsWritten = true;
        }
        ManifestWrite manifest = new ManifestWrite(publication, prefix, previous);
        if (!written(manifest, objects, sums)) {
            return false;
        }
        new SumsOfTheManifest(publication, prefix).check(sums);
        if (inPlace() && !sent.isEmpty()) {
            new ReplacedObjects(publication, prefix).sendAgain(objects);
            settle();
        }
        tidy(objects, manifest.written());
        return true;
    }

    /** The list of sums goes before the manifest; if that is refused, the older set gets back its own. */
    private boolean written(ManifestWrite manifest, List<PublishedObject> objects, Sums sums) {
        try {
            return manifest.write(objects, sums);
        } catch (StoreException e) {
            if (sumsWritten) {
                putBackSums(e);
            }
            throw e;
        }
    }

    private void putBackSums(StoreException refused) {
        try {
            new SumsOfTheManifest(publication, prefix).restore(previous);
        } catch (RuntimeException e) {
            refused.addSuppressed(e);
        }
    }

    /**
     * Once the manifest stands, what others have left without one is nobody's, and the usual addresses are this set's.
     */
    private void settle() {
        List<Delivery> beside = sent.values().stream()
                .filter(object -> !object.key().equals(key(object.planned())))
                .map(object -> new Delivery(object.planned(), List.of(Place.at(key(object.planned())))))
                .toList();
        if (!beside.isEmpty()) {
            publication.listener().noticed(new Notice.LeftReplaced(address(), beside.size()));
            publication.sender().send(beside);
        }
    }

    private void tidy(List<PublishedObject> objects, byte[] manifest) {
        if (sent.values().stream().anyMatch(object -> object.partSize().isPresent())) {
            new LeftParts(publication, prefix).abort(objects);
        }
        if (publication.options().clean()) {
            new Cleaning(publication, prefix).deleteWhatIsNotIn(objects, previous, manifest);
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

    private ObjectKey key(PlannedObject planned) {
        return folder.key(prefix, planned.name());
    }

    private Set<ObjectKey> sentKeys() {
        return sent.values().stream().map(PublishedObject::key).collect(Collectors.toSet());
    }

    private boolean isImmutable() {
        return publication.options().immutable().contains(prefix);
    }

    private boolean inPlace() {
        return publication.options().layout() == Layout.IN_PLACE;
    }

    String address() {
        return publication.store().address(prefix);
    }
}
