package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.manifest.BuildFacts;
import io.github.artifactpublisher.manifest.Manifest;
import io.github.artifactpublisher.manifest.ManifestEntry;
import io.github.artifactpublisher.plan.PlannedObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Notices that another reactor, or another job, publishes the same commit to the same path: each would replace the
 * other's set. Builds that do not know their modules, as with the reports of a build that failed, are not compared.
 */
final class SharedPath {
    private final Publication publication;
    private final KeyPrefix prefix;
    private final BuildFacts ours;

    SharedPath(Publication publication, KeyPrefix prefix) {
        this.publication = publication;
        this.prefix = prefix;
        this.ours = publication.build();
    }

    /**
     * Refuses to replace a set of the same run that has modules which this build does not have.
     *
     * @throws SharedPathException unless {@code artifacts.allowPartial} is set
     */
    void requireOwn(Manifest existing) {
        List<String> modules = otherModules(existing);
        boolean sameRun = ours.isOfSameRun(existing.build());
        if (!modules.isEmpty() && sameRun && !publication.options().partial()) {
            throw new SharedPathException(address(), existing.build().name(), modules);
        }
    }

    /** Warns of a set of the same commit that this build replaces with another one. */
    void warn(Manifest existing) {
        List<String> modules = otherModules(existing);
        if (!modules.isEmpty()) {
            tell(new Notice.OtherModulesReplaced(
                    address(), name(existing), ours.nameBeside(existing.build()), modules));
        } else if (isOfSameAttempt(existing)) {
            List<String> files = otherFiles(existing);
            if (!files.isEmpty()) {
                tell(new Notice.OtherContentReplaced(address(), describe(existing.build()), describe(ours), files));
            }
        }
    }

    private List<String> otherModules(Manifest existing) {
        BuildFacts theirs = existing.build();
        return ours.modules().isEmpty() || !ours.isOfSameCommit(theirs)
                ? List.of()
                : theirs.modules().stream()
                        .filter(module -> !ours.modules().contains(module))
                        .toList();
    }

    /** Without a CI server, a second publication of one commit is no other job. */
    private boolean isOfSameAttempt(Manifest existing) {
        BuildFacts theirs = existing.build();
        return !ours.modules().isEmpty()
                && ours.isNumbered()
                && ours.isOfSameRun(theirs)
                && ours.attempt().equals(theirs.attempt());
    }

    /** The files that only one of the sets has, or that differ. */
    private List<String> otherFiles(Manifest existing) {
        List<PlannedObject> files = publication.plan().objects();
        publication.digests().readAll(files);
        EntriesOfFiles entries = EntriesOfFiles.of(existing, files);
        Set<String> names = new LinkedHashSet<>();
        files.stream()
                .filter(file -> !isSame(file, entries.of(file)))
                .forEach(file -> names.add(file.output().name()));
        entries.others().forEach(entry -> names.add(entry.name()));
        return List.copyOf(names);
    }

    private boolean isSame(PlannedObject file, Optional<ManifestEntry> entry) {
        Sha256 sha256 = publication.digests().of(file).sha256();
        return entry.filter(there -> there.sha256().equals(sha256)).isPresent();
    }

    private String name(Manifest existing) {
        return existing.build().nameBeside(ours);
    }

    /** Two jobs of one run have one name; most often they differ in their JDK. */
    private static String describe(BuildFacts build) {
        return Optional.ofNullable(build.tools().get("java"))
                .map(version -> build.name() + ", Java " + version)
                .orElse(build.name());
    }

    private void tell(Notice notice) {
        publication.listener().noticed(notice);
    }

    private String address() {
        return publication.store().address(prefix);
    }
}
