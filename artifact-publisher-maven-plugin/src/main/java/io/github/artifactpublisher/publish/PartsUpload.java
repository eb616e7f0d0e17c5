package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.concurrent.InterruptedOperationException;
import io.github.artifactpublisher.concurrent.WorkerPool;
import io.github.artifactpublisher.integrity.PutIfAbsentOrIdentical;
import io.github.artifactpublisher.integrity.SentBytes;
import io.github.artifactpublisher.integrity.VerifiedPut;
import io.github.artifactpublisher.integrity.VerifiedPut.Verified;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.publish.FileTransfer.Means;
import io.github.artifactpublisher.publish.SegmentPool.Reservation;
import io.github.artifactpublisher.publish.WatchedFile.Original;
import io.github.artifactpublisher.store.MultipartUpload;
import io.github.artifactpublisher.store.Precondition;
import io.github.artifactpublisher.store.PutResult;
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

/**
 * The parts of one object on their way: sent by threads of their own while the next ones are made. Whatever fails, what
 * was begun is given up when this is closed. Used by one thread.
 *
 * <p>The headers have to be given before the first part, and among them is the SHA-256 of the file. So the file is read
 * for that alone first, before anything is sent or while the next parts are compressed: of all files only those that
 * may be large are read twice.
 */
final class PartsUpload implements AutoCloseable {
    private final Means means;
    private final PlannedObject planned;
    private final Reservation memory;
    private final ObjectKey key;
    private final ExecutorService threads;
    private final Future<MultipartUpload> begun;
    private final List<Part> parts = new ArrayList<>();
    private final List<Future<UploadedPart>> answers = new ArrayList<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile Original announced;
    private boolean completed;

    /**
     * Begins the upload, on another thread.
     *
     * @param memory takes the segments of each part back when it is sent
     */
    PartsUpload(Means means, PlannedObject planned, Reservation memory, long partSize, ObjectKey key) {
        this.means = means;
        this.planned = planned;
        this.memory = memory;
        this.key = key;
        this.threads = WorkerPool.threads(means.limits().partsAtOnce(partSize), "part");
        this.begun = threads.submit(() -> noting(this::begin));
    }

    private MultipartUpload begin() {
        announced = means.digests().of(planned);
        return means.store().startMultipart(key, Headers.of(planned, announced.sha256(), means.build()));
    }

    /** Whether the headers are those of the file as it was read. */
    boolean announced(Original read) {
        return read.equals(announced);
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
            throw new InterruptedOperationException(e);
        }
    }

    /**
     * Completes the object and verifies it, within {@link VerifiedPut#twice}. If the server refuses, the upload is
     * aborted.
     *
     * @param once whether other bytes that stand there are to be left
     */
    Verified complete(List<UploadedPart> all, SentBytes sent, boolean once) {
        MultipartUpload upload = begunUpload().orElseThrow();
        PutResult result =
                once ? PutIfAbsentOrIdentical.complete(upload, all, sent) : upload.complete(all, Precondition.NONE);
        completed = true;
        return means.put().verify(key, sent, result);
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
            means.listener().partsLeft(key, e);
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
                String file = planned.output().file().toString();
                return means.put().putPart(file, key, upload, number, SegmentBody.of(segments, size));
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
