package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.publish.SegmentPool.Reservation;
import io.github.artifactpublisher.publish.VerifiedPut.MismatchException;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.MultipartUpload;
import io.github.artifactpublisher.store.UploadedPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * The parts of one object on their way: sent by threads of their own while the next ones are made. Whatever fails, what
 * was begun is given up when this is closed. Used by one thread.
 */
final class PartsUpload implements AutoCloseable {
    private final ExecutorService threads;
    private final Future<MultipartUpload> begun;
    private final Sender sender;
    private final Reservation memory;
    private final List<Part> parts = new ArrayList<>();
    private final List<Future<UploadedPart>> answers = new ArrayList<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private boolean completed;

    /** Sends a part and verifies the answer. */
    interface Sender {
        UploadedPart send(MultipartUpload upload, int number, Body part);

        /** The upload could not be given up; the failure that it was to be given up for is told by itself. */
        void notAborted(RuntimeException e);
    }

    /**
     * Begins the upload, on another thread.
     *
     * @param atOnce how many parts are sent at once
     * @param begin begins it
     * @param memory takes the segments of each part back when it is sent
     */
    PartsUpload(int atOnce, Callable<MultipartUpload> begin, Sender sender, Reservation memory) {
        this.threads = WorkerPool.threads(atOnce, "part");
        this.sender = sender;
        this.memory = memory;
        this.begun = threads.submit(() -> noting(begin));
    }

    /** Sends a part when a thread is free; what fails comes out of a later call. */
    void send(List<byte[]> segments, long size) {
        requireNoFailure();
        Part part = new Part(parts.size() + 1, segments, size);
        parts.add(part);
        answers.add(threads.submit(() -> noting(part)));
    }

    /**
     * Ends early if a part that was sent before has failed.
     *
     * @throws RuntimeException what it failed with
     */
    void requireNoFailure() {
        Throwable first = failure.get();
        if (first != null) {
            throw WorkerPool.asUnchecked(first);
        }
    }

    /** Waits for all parts that were sent. */
    List<UploadedPart> finish() {
        try {
            List<UploadedPart> sent = new ArrayList<>();
            for (Future<UploadedPart> answer : answers) {
                sent.add(answer.get());
            }
            return sent;
        } catch (ExecutionException e) {
            requireNoFailure();
            throw WorkerPool.asUnchecked(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublishInterruptedException(e);
        }
    }

    /**
     * Has the object completed, all parts being there.
     *
     * @param completion asks for it and verifies what stands; if the server refuses, the upload is given up
     */
    <T> T complete(Function<MultipartUpload, T> completion) {
        MultipartUpload upload = begunUpload().orElseThrow();
        T result;
        try {
            result = completion.apply(upload);
        } catch (MismatchException e) {
            completed = true;
            throw e;
        }
        completed = true;
        return result;
    }

    /** Parts that are under way are ended first: one that arrives after an abort would stay. */
    @Override
    public void close() {
        WorkerPool.end(threads);
        parts.forEach(Part::release);
        if (!completed) {
            abort();
        }
    }

    private void abort() {
        try {
            begunUpload().ifPresent(MultipartUpload::abort);
        } catch (RuntimeException e) {
            sender.notAborted(e);
        }
    }

    /** Empty where it was never begun, which has been told. */
    private Optional<MultipartUpload> begunUpload() {
        try {
            return begun.isDone() ? Optional.of(begun.get()) : Optional.empty();
        } catch (ExecutionException | InterruptedException e) {
            return Optional.empty();
        }
    }

    private <T> T noting(Callable<T> task) throws Exception {
        try {
            return task.call();
        } catch (Exception | Error e) {
            failure.compareAndSet(null, e);
            throw e;
        }
    }

    private final class Part implements Callable<UploadedPart> {
        private final int number;
        private final List<byte[]> segments;
        private final long size;
        private final AtomicBoolean released = new AtomicBoolean();

        Part(int number, List<byte[]> segments, long size) {
            this.number = number;
            this.segments = segments;
            this.size = size;
        }

        @Override
        public UploadedPart call() throws Exception {
            try {
                MultipartUpload upload = begun.get();
                return sender.send(upload, number, SegmentBody.of(segments, size));
            } finally {
                release();
            }
        }

        void release() {
            if (released.compareAndSet(false, true)) {
                memory.giveBack(segments);
            }
        }
    }
}
