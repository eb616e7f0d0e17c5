package io.github.artifactpublisher.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs tasks on several threads, and interrupts all of them when one fails. */
public final class WorkerPool {
    private WorkerPool() {}

    /**
     * Runs all tasks and waits for them.
     *
     * @return the results in the order of completion
     * @throws RuntimeException the exception of the first task that failed; the others were interrupted and have ended
     * @throws InterruptedOperationException if this thread is interrupted; it stays interrupted
     */
    public static <T> List<T> runAll(int threads, List<Callable<T>> tasks) {
        ExecutorService executor = threads(Math.max(1, Math.min(threads, tasks.size())), "file");
        try {
            ExecutorCompletionService<T> completion = new ExecutorCompletionService<>(executor);
            tasks.forEach(completion::submit);
            List<T> results = new ArrayList<>();
            while (results.size() < tasks.size()) {
                results.add(completion.take().get());
            }
            return results;
        } catch (ExecutionException e) {
            throw asUnchecked(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedOperationException(e);
        } finally {
            end(executor);
        }
    }

    /**
     * Returns a pool of daemon threads.
     *
     * @param purpose part of the name of the threads, for thread dumps
     */
    public static ExecutorService threads(int threads, String purpose) {
        return Executors.newFixedThreadPool(threads, daemons(purpose));
    }

    /**
     * Interrupts all tasks and waits for them, even if this thread is interrupted: a running task could use resources
     * that the caller closes.
     */
    public static void end(ExecutorService executor) {
        executor.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            boolean ended = executor.awaitTermination(30, TimeUnit.SECONDS);
            assert ended : "tasks ignore interruption";
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the exception of a task as an unchecked exception. */
    public static RuntimeException asUnchecked(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
    }

    private static ThreadFactory daemons(String purpose) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "artifact-publisher-" + purpose + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
