package io.github.artifactpublisher.transfer;

import io.github.artifactpublisher.concurrent.InterruptedOperationException;
import io.github.artifactpublisher.concurrent.WorkerPool;
import io.github.artifactpublisher.integrity.PutIfAbsentOrIdentical;
import io.github.artifactpublisher.integrity.SentBytes;
import io.github.artifactpublisher.integrity.VerifiedPut;
import io.github.artifactpublisher.integrity.VerifiedPut.Verified;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.plan.PlannedObject;
import io.github.artifactpublisher.store.MultipartUpload;
import io.github.artifactpublisher.store.Precondition;
import io.github.artifactpublisher.store.PutResult;
import io.github.artifactpublisher.store.UploadedPart;
import io.github.artifactpublisher.transfer.SegmentPool.Reservation;
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
 * Uploads one object in parts. Several threads upload parts while the caller compresses the next ones. Closing an
 * upload that is not complete aborts it. Used by one thread.
 *
 * <p>S3 takes the headers before the first part, and one of them is the SHA-256 of the file. So a file that may need
 * parts is read twice: first for its digest, then for the upload.
 */
final class PartsUpload implements AutoCloseable {
    private final TransferContext context;
    private final PlannedObject planned;
    private final Reservation memory;
    private final ObjectKey key;
    private final ExecutorService threads;
    private final Future<MultipartUpload> started;
    private final List<Part> parts = new ArrayList<>();
    private final List<Future<UploadedPart>> results = new ArrayList<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile SourceDigest headersOf;
    private boolean completed;

    /**
     * Starts the upload on another thread.
     *
     * @param memory gets the segments of each part back when it is uploaded
     */
    PartsUpload(TransferContext context, PlannedObject planned, Reservation memory, long partSize, ObjectKey key) {
        this.context = context;
        this.planned = planned;
        this.memory = memory;
        this.key = key;
        this.threads = WorkerPool.threads(context.limits().parallelParts(partSize), "part");
        this.started = threads.submit(() -> recordingFailure(this::start));
    }

    private MultipartUpload start() {
        headersOf = context.digests().of(planned);
        return context.store().startMultipart(key, UploadHeaders.of(planned, headersOf.sha256(), context.build()));
    }

    /** Whether the headers have the digest of the file as it was read. */
    boolean hasHeadersOf(SourceDigest read) {
        return read.equals(headersOf);
    }

    /** Uploads a part when a thread is free. A later call throws its failure. */
    void upload(List<byte[]> segments, long size) {
        requireNoFailure();
        Part part = new Part(parts.size() + 1, segments, size);
        parts.add(part);
        results.add(threads.submit(() -> recordingFailure(part)));
    }

    /**
     * Fails if a part has failed.
     *
     * @throws RuntimeException the failure of the part
     */
    void requireNoFailure() {
        Throwable first = failure.get();
        if (first != null) {
            throw WorkerPool.asUnchecked(first);
        }
    }

    /** Waits for all parts. */
    List<UploadedPart> awaitParts() {
        try {
            List<UploadedPart> uploaded = new ArrayList<>();
            for (Future<UploadedPart> result : results) {
                uploaded.add(result.get());
            }
            return uploaded;
        } catch (ExecutionException e) {
            requireNoFailure();
            throw WorkerPool.asUnchecked(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedOperationException(e);
        }
    }

    /**
     * Completes the object from all its parts and verifies it, within {@link VerifiedPut#twice}.
     *
     * @param writeOnce whether an object with other bytes is not replaced
     */
    Verified complete(List<UploadedPart> all, SentBytes sent, boolean writeOnce) {
        MultipartUpload upload = startedUpload().orElseThrow();
        PutResult result = writeOnce
                ? PutIfAbsentOrIdentical.complete(upload, all, sent)
                : upload.complete(all, Precondition.NONE);
        completed = true;
        return context.put().verify(key, sent, result);
    }

    /** Stops the threads first: a part that arrives after an abort would stay in the store. */
    @Override
    public void close() {
        try {
            WorkerPool.end(threads);
            parts.forEach(Part::release);
        } finally {
            if (!completed) {
                abort();
            }
        }
    }

    private void abort() {
        try {
            startedUpload().ifPresent(MultipartUpload::abort);
        } catch (RuntimeException e) {
            context.listener().abortFailed(key, e);
        }
    }

    /** Empty if the upload was never started; that failure is thrown elsewhere. A task that is done does not wait. */
    private Optional<MultipartUpload> startedUpload() {
        try {
            return started.isDone() ? Optional.of(started.get()) : Optional.empty();
        } catch (ExecutionException | InterruptedException e) {
            return Optional.empty();
        }
    }

    private <T> T recordingFailure(Callable<T> task) throws Exception {
        try {
            return task.call();
        } catch (Exception | Error e) {
            failure.compareAndSet(null, e);
            throw e;
        }
    }

    /** Uploads one part and releases its segments. */
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
                MultipartUpload upload = started.get();
                String file = planned.output().file().toString();
                return context.put().putPart(file, key, upload, number, SegmentBody.of(segments, size));
            } finally {
                release();
            }
        }

        void release() {
            if (released.compareAndSet(false, true)) {
                memory.release(segments);
            }
        }
    }
}
