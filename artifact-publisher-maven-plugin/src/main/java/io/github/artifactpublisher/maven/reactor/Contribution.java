package io.github.artifactpublisher.maven.reactor;

import io.github.artifactpublisher.maven.settings.PublishSettings;
import io.github.artifactpublisher.maven.settings.SettingException;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.outputs.SafetyCheck.Allowances;
import io.github.artifactpublisher.report.SettingRow;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.project.MavenProject;

/**
 * The contribution of one module to the publication of the reactor.
 *
 * @param name the module's artifactId
 * @param module the module as {@code groupId:artifactId}; empty if its set may be replaced by that of any other job
 * @param settings the settings of the module
 * @param outputs its files
 * @param rootSelections its selections below the root of the build
 * @param folder its build folder
 * @param rows the settings with their sources, for the plan
 * @param onlyPlanned whether it is shown and not published
 * @param perModule whether it is a set of its own, which is published when the module reaches the goal
 */
public record Contribution(
        String name,
        Optional<String> module,
        PublishSettings settings,
        List<Output> outputs,
        RootSelections rootSelections,
        Path folder,
        List<SettingRow> rows,
        boolean onlyPlanned,
        boolean perModule) {
    /** Returns the contribution of a module that selects no files below the root of the build. */
    public static Contribution ofFiles(
            MavenProject module, PublishSettings settings, List<Output> outputs, Path root, boolean perModule) {
        return new Contribution(
                module.getArtifactId(),
                Optional.empty(),
                settings,
                outputs,
                new RootSelections(root, List.of(), Allowances.of(List.of(), List.of(), List.of())),
                Path.of(module.getBuild().getDirectory()),
                List.of(),
                false,
                perModule);
    }

    /** Returns the failure of a module that is a set of its own and selects files below the root of the build. */
    public static SettingException rootSelectionsOfOneModule(MavenProject module) {
        return new SettingException(
                "artifacts.perModule",
                "is true, and " + module.getArtifactId()
                        + " selects files below the root of the build, which exist only when all modules are built",
                "Select files of the module (artifacts.base=module), or remove artifacts.perModule.");
    }

    /** Returns whether it is published at the end of the session, as a part of a set of the reactor. */
    public boolean isOfReactorSet() {
        return !onlyPlanned && !perModule;
    }

    /** Returns the contributions that are published and not only shown. */
    static List<Contribution> published(List<Contribution> contributions) {
        return contributions.stream().filter(module -> !module.onlyPlanned()).toList();
    }

    /** Returns the sets in the order of the reactor. Modules with the same settings are one set. */
    static Map<PublishSettings, List<Contribution>> sets(List<Contribution> contributions) {
        return contributions.stream()
                .collect(Collectors.groupingBy(Contribution::settings, LinkedHashMap::new, Collectors.toList()));
    }
}
