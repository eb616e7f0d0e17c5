package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.digest.Sha256;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/** The SHA-256 of files, each read once however often it is asked for. Used by one thread. */
final class OriginalDigests {
    private final Map<PlannedObject, Sha256> known = new ConcurrentHashMap<>();

    /** Reads those files that have not been read, on as many threads as there are processors. */
    void read(Collection<PlannedObject> files) {
        List<Callable<Sha256>> tasks = files.stream()
                .filter(planned -> !known.containsKey(planned))
                .distinct()
                .map(planned -> (Callable<Sha256>) () -> known.computeIfAbsent(
                        planned, file -> new WatchedFile(file).digest().sha256()))
                .toList();
        WorkerPool.runAll(Runtime.getRuntime().availableProcessors(), tasks);
    }

    /** The digest of a file that was read. */
    Sha256 of(PlannedObject planned) {
        return known.get(planned);
    }
}
