package io.github.artifactpublisher.plan;

import io.github.artifactpublisher.layout.Target;
import io.github.artifactpublisher.manifest.SetFiles;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.outputs.StoredForm;
import io.github.artifactpublisher.plan.PlanException.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of a set and the targets to publish it to, checked before the first upload.
 *
 * @param targets each of them gets all objects
 * @param objects the objects, sorted by name
 */
public record Plan(List<Target> targets, List<PlannedObject> objects) {
    /** Copies the lists. */
    public Plan {
        targets = List.copyOf(targets);
        objects = List.copyOf(objects);
    }

    /**
     * Plans a set.
     *
     * @throws io.github.artifactpublisher.outputs.LimitException if the files are too many or too large
     * @throws PlanException if a file is missing or not a regular file, or two files would become the same object
     * @throws io.github.artifactpublisher.layout.KeyException if a key is not valid
     */
    public static Plan of(List<Target> targets, PlanOptions options, List<Output> outputs) {
        List<PlannedObject> objects = new ArrayList<>();
        for (Output output : outputs) {
            objects.add(planned(output, options));
        }
        options.limits().check(outputs);
        objects.sort(Comparator.comparing(PlannedObject::name));
        requireDistinctNames(objects);
        targets.forEach(target -> objects.forEach(object -> target.prefix().key(object.name())));
        return new Plan(targets, objects);
    }

    private static PlannedObject planned(Output output, PlanOptions options) {
        if (!Files.isRegularFile(output.file())) {
            throw new PlanException(Fault.NO_REGULAR_FILE, output.name(), List.of(output.file()));
        }
        try {
            StoredForm form = options.encodeContent() ? StoredForm.contentEncoded(output) : StoredForm.of(output);
            String name = form.objectName(options.keys().path(output.name()));
            return new PlannedObject(output, form, Files.size(output.file()), name);
        } catch (IOException e) {
            throw new PlanException(Fault.UNREADABLE, output.name(), List.of(output.file()), e);
        }
    }

    /** The names of the set's own files are reserved, because these files would overwrite the object. */
    private static void requireDistinctNames(List<PlannedObject> objects) {
        Map<String, PlannedObject> byName = new LinkedHashMap<>();
        for (PlannedObject object : objects) {
            if (SetFiles.NAMES.contains(object.name())) {
                throw new PlanException(
                        Fault.RESERVED_NAME,
                        object.name(),
                        List.of(object.output().file()));
            }
            PlannedObject other = byName.putIfAbsent(object.name(), object);
            if (other != null) {
                throw new PlanException(
                        Fault.SAME_NAME,
                        object.name(),
                        List.of(other.output().file(), object.output().file()));
            }
        }
    }

    /** Returns the sum of the sizes of the files in bytes. */
    public long totalSize() {
        return objects.stream().mapToLong(PlannedObject::size).sum();
    }
}
