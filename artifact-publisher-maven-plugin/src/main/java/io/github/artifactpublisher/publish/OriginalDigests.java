package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.concurrent.InterruptedOperationException;
import io.github.artifactpublisher.concurrent.WorkerPool;
import io.github.artifactpublisher.publish.WatchedFile.Original;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;

/** The SHA-256 of files as they are before they are sent, each read once however often it is asked for. Thread-safe. */
final class OriginalDigests implements AutoCloseable {
    private final Map<PlannedObject, FutureTask<Original>> known = new ConcurrentHashMap<>();
    private final ExecutorService ahead = WorkerPool.threads(1, "digest");

    /**
     * Begins to read files, one after the other on a thread of its own, since they will be asked for: meanwhile the
     * store becomes ready and tells what stands.
     */
    void readAhead(Collection<PlannedObject> files) {
        files.forEach(planned -> ahead.execute(task(planned)));
    }

    /** Reads those files that have not been read, on as many threads as there are processors. */
    void read(Collection<PlannedObject> files) {
        List<Callable<Original>> tasks = files.stream()
                .distinct()
                .map(planned -> (Callable<Original>) () -> of(planned))
                .toList();
        WorkerPool.runAll(Runtime.getRuntime().availableProcessors(), tasks);
    }

    /**
     * A file's size and digest, for which it is read now if nobody has begun to.
     *
     * @throws PlanException if the file cannot be read, or changes while it is
     */
    Original of(PlannedObject planned) {
        FutureTask<Original> task = task(planned);
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

    private FutureTask<Original> task(PlannedObject planned) {
        return known.computeIfAbsent(planned, file -> new FutureTask<>(() -> new WatchedFile(file).digest()));
    }

    /** Ends what is read ahead. */
    @Override
    public void close() {
        WorkerPool.end(ahead);
    }
}
