package io.github.artifactpublisher.transfer;

import io.github.artifactpublisher.concurrent.InterruptedOperationException;
import io.github.artifactpublisher.concurrent.WorkerPool;
import io.github.artifactpublisher.plan.PlanException;
import io.github.artifactpublisher.plan.PlannedObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;

/** Computes the SHA-256 of the files before the upload, and reads each file only once for that. Thread-safe. */
public final class SourceDigests implements AutoCloseable {
    private final Map<PlannedObject, FutureTask<SourceDigest>> known = new ConcurrentHashMap<>();
    private final ExecutorService reader = WorkerPool.threads(1, "digest");

    /**
     * Starts to read files on another thread, one after the other. Meanwhile the caller opens the store and reads the
     * existing manifest.
     */
    public void startReading(Collection<PlannedObject> files) {
        files.forEach(planned -> reader.execute(task(planned)));
    }

    /** Reads the files that have not been read yet, on as many threads as there are processors. */
    public void readAll(Collection<PlannedObject> files) {
        List<Callable<SourceDigest>> tasks = files.stream()
                .distinct()
                .map(planned -> (Callable<SourceDigest>) () -> of(planned))
                .toList();
        WorkerPool.runAll(Runtime.getRuntime().availableProcessors(), "digest", tasks);
    }

    /**
     * Returns the size and digest of a file, and reads it now unless it is read already.
     *
     * @throws PlanException if the file cannot be read, or has changed
     */
    public SourceDigest of(PlannedObject planned) {
        FutureTask<SourceDigest> task = task(planned);
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw WorkerPool.asUnchecked(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedOperationException(e);
        }
    }

    private FutureTask<SourceDigest> task(PlannedObject planned) {
        return known.computeIfAbsent(planned, file -> new FutureTask<>(() -> new SourceFile(file).digest()));
    }

    /** Stops reading. */
    @Override
    public void close() {
        WorkerPool.end(reader);
    }
}
