package io.github.artifactpublisher.maven.reactor;

import io.github.artifactpublisher.maven.settings.SettingException;
import io.github.artifactpublisher.outputs.Output;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Combines the files of all modules of a set with those below the root of the build. A file that is found twice with
 * the same name is published once.
 */
final class SetOutputs {
    private record Place(Path file, String name) {}

    private record Found(String module, Output output) {}

    private SetOutputs() {}

    /**
     * Returns the files of a set. The selections below the root only add files: they do not change how a module's own
     * files are stored.
     *
     * @throws SettingException if two modules would store one file in different ways
     * @throws io.github.artifactpublisher.outputs.SelectionException if a selection is wrong, or a file is refused
     */
    static List<Output> of(List<Contribution> modules) {
        Map<Place, Found> ofModules = new LinkedHashMap<>();
        for (Contribution module : modules) {
            module.outputs().forEach(output -> add(ofModules, new Found(module.name(), output)));
        }
        Map<Place, Found> belowRoot = new LinkedHashMap<>();
        Set<RootSelections> known = new HashSet<>();
        for (Contribution module : modules) {
            if (known.add(module.rootSelections())) {
                module.rootSelections().find().forEach(output -> add(belowRoot, new Found(module.name(), output)));
            }
        }
        belowRoot.keySet().removeAll(ofModules.keySet());
        return Stream.concat(ofModules.values().stream(), belowRoot.values().stream())
                .map(Found::output)
                .toList();
    }

    private static void add(Map<Place, Found> all, Found found) {
        Path file = found.output().file().toAbsolutePath().normalize();
        Found other = all.putIfAbsent(new Place(file, found.output().name()), found);
        if (other != null && !other.output().attributes().equals(found.output().attributes())) {
            throw conflictingAttributes(other, found);
        }
    }

    private static SettingException conflictingAttributes(Found one, Found other) {
        boolean same = one.module().equals(other.module());
        return new SettingException(
                "The file " + one.output().file(),
                "is selected by " + one.module() + (same ? " twice" : " and by " + other.module())
                        + ", with different attributes",
                "Give the selections the same attributes, or exclude the file from one of them with excludes.");
    }
}
