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

/** Runs tasks on so many threads, and ends all of them with the first that fails. */
public final class WorkerPool {
    private WorkerPool() {}

    /**
     * Runs all tasks and waits for them.
     *
     * @return the results in the order of completion
     * @throws RuntimeException what the first failing task threw; the others are interrupted and have ended by then
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
     * Threads that do not keep the JVM alive.
     *
     * @param purpose what each of them sends, for a thread dump
     */
    public static ExecutorService threads(int threads, String purpose) {
        return Executors.newFixedThreadPool(threads, daemons(purpose));
    }

    /**
     * Interrupts all tasks and waits for them, although this thread may be interrupted, too: a task that still runs
     * could use what the caller cleans up.
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

    /** What a task has thrown, as it may be thrown on. */
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
