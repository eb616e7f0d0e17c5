package io.github.artifactpublisher.concurrent;

import java.time.Duration;
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
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private WorkerPool() {}

    /**
     * Runs all tasks and waits for them.
     *
     * @param purpose part of the name of the threads, for thread dumps
     * @return the results in the order of completion
     * @throws RuntimeException the exception of the first task that failed; the others were interrupted
     * @throws InterruptedOperationException if this thread is interrupted; it stays interrupted
     */
    public static <T> List<T> runAll(int threads, String purpose, List<Callable<T>> tasks) {
        ExecutorService executor = threads(Math.max(1, Math.min(threads, tasks.size())), purpose);
        List<T> results;
        try {
            results = results(executor, tasks);
        } catch (RuntimeException | Error e) {
            endAfter(e, executor);
            throw e;
        }
        end(executor);
        return results;
    }

    private static <T> List<T> results(ExecutorService executor, List<Callable<T>> tasks) {
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
        }
    }

    private static void endAfter(Throwable failure, ExecutorService executor) {
        try {
            end(executor);
        } catch (IllegalStateException e) {
            failure.addSuppressed(e);
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
     *
     * @throws IllegalStateException if a task still runs after 30 s
     */
    public static void end(ExecutorService executor) {
        end(executor, PATIENCE);
    }

    static void end(ExecutorService executor, Duration patience) {
        executor.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            executor.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!executor.isTerminated()) {
            throw new IllegalStateException("tasks ignore the interruption");
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
