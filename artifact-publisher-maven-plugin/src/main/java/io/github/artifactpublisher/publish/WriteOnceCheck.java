package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.manifest.ExistingManifest;
import io.github.artifactpublisher.manifest.Manifest;
import io.github.artifactpublisher.manifest.ManifestEntry;
import io.github.artifactpublisher.plan.PlannedObject;
import io.github.artifactpublisher.publish.AlreadyPublishedException.Difference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares the set that exists at a target that is written once with the planned one. */
final class WriteOnceCheck {
    private static final int MAX_DIFFERENCES = 5;

    private final PublishContext context;
    private final KeyPrefix prefix;

    WriteOnceCheck(PublishContext context, KeyPrefix prefix) {
        this.context = context;
        this.prefix = prefix;
    }

    /**
     * Accepts a set of the same files with the same settings, and uploads its missing objects.
     *
     * @param existing with a manifest
     * @throws AlreadyPublishedException if the sets differ
     */
    void requireIdentical(ExistingManifest existing) {
        Manifest manifest = existing.manifest().orElseThrow();
        List<Difference> differences = differences(manifest);
        String address = context.address(prefix);
        if (!differences.isEmpty()) {
            throw new AlreadyPublishedException(
                    address,
                    manifest.build().nameBeside(context.build()),
                    context.build().nameBeside(manifest.build()),
                    differences.subList(0, Math.min(MAX_DIFFERENCES, differences.size())));
        }
        new MissingObjects(context, prefix).restore(existing);
        context.report(
                new PublishEvent.IdenticalSetSkipped(address, manifest.build().name()));
    }

    private List<Difference> differences(Manifest manifest) {
        List<PlannedObject> files = context.plan().objects();
        context.digests().readAll(files);
        ManifestMatcher entries = ManifestMatcher.of(manifest, files);
        Stream<Difference> ofFiles = files.stream().flatMap(file -> difference(file, entries.entryOf(file)).stream());
        Stream<Difference> withoutFile = entries.unmatched().stream()
                .map(entry -> new Difference(entry.name(), entry.sha256().hex(), "no file"));
        return Stream.concat(ofFiles, withoutFile).toList();
    }

    private Optional<Difference> difference(PlannedObject planned, Optional<ManifestEntry> existing) {
        String name = planned.output().name();
        Sha256 ours = context.digests().of(planned).sha256();
        if (existing.isEmpty()) {
            return Optional.of(new Difference(name, "no file", ours.hex()));
        }
        ManifestEntry entry = existing.get();
        if (!entry.sha256().equals(ours)) {
            return Optional.of(new Difference(name, entry.sha256().hex(), ours.hex()));
        }
        return ManifestEntries.mayBeOf(planned, entry, context.options().storage())
                ? Optional.empty()
                : Optional.of(new Difference(name, ours.hex(), "same content, stored in another way"));
    }
}
