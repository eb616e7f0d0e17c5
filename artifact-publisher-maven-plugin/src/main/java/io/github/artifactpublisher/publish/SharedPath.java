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
 * Detects that another reactor or job publishes the same commit to the same target, so that each overwrites the other's
 * set. Builds without known modules, such as the reports of a failed build, are not compared.
 */
final class SharedPath {
    private final PublishContext context;
    private final KeyPrefix prefix;
    private final BuildFacts ours;

    SharedPath(PublishContext context, KeyPrefix prefix) {
        this.context = context;
        this.prefix = prefix;
        this.ours = context.build();
    }

    /**
     * Checks that the existing set is not of the same run with modules that this build does not have.
     *
     * @throws SharedPathException if it is, unless {@code artifacts.allowPartial} is set
     */
    void requireNoOtherModules(Manifest existing) {
        List<String> modules = otherModules(existing);
        boolean sameRun = ours.isOfSameRun(existing.build());
        if (!modules.isEmpty() && sameRun && !context.options().partial()) {
            throw new SharedPathException(address(), existing.build().name(), modules);
        }
    }

    /** Reports an existing set of the same commit with other modules or content, which this build overwrites. */
    void reportOverwritten(Manifest existing) {
        List<String> modules = otherModules(existing);
        if (!modules.isEmpty()) {
            context.report(new PublishEvent.OtherModulesOverwritten(
                    address(), name(existing), ours.nameBeside(existing.build()), modules));
        } else if (isOfSameAttempt(existing)) {
            List<String> files = otherFiles(existing);
            if (!files.isEmpty()) {
                context.report(new PublishEvent.OtherContentOverwritten(
                        address(), describe(existing.build()), describe(ours), files));
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

    /** Without a CI server, a second publication of the same commit is not another job. */
    private boolean isOfSameAttempt(Manifest existing) {
        BuildFacts theirs = existing.build();
        return !ours.modules().isEmpty()
                && ours.isNumbered()
                && ours.isOfSameRun(theirs)
                && ours.attempt().equals(theirs.attempt());
    }

    /** Returns the names of the files that differ, or that only one of the sets has. */
    private List<String> otherFiles(Manifest existing) {
        List<PlannedObject> files = context.plan().objects();
        context.digests().readAll(files);
        ManifestMatcher entries = ManifestMatcher.of(existing, files);
        Set<String> names = new LinkedHashSet<>();
        files.stream()
                .filter(file -> !isSame(file, entries.entryOf(file)))
                .forEach(file -> names.add(file.output().name()));
        entries.unmatched().forEach(entry -> names.add(entry.name()));
        return List.copyOf(names);
    }

    private boolean isSame(PlannedObject file, Optional<ManifestEntry> entry) {
        Sha256 sha256 = context.digests().of(file).sha256();
        return entry.filter(there -> there.sha256().equals(sha256)).isPresent();
    }

    private String name(Manifest existing) {
        return existing.build().nameBeside(ours);
    }

    /** Two jobs of one run have the same name, but often another JDK. */
    private static String describe(BuildFacts build) {
        return Optional.ofNullable(build.tools().get("java"))
                .map(version -> build.name() + ", Java " + version)
                .orElse(build.name());
    }

    private String address() {
        return context.address(prefix);
    }
}
