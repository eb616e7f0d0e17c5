package io.github.artifactpublisher.transfer;

import io.github.artifactpublisher.concurrent.InterruptedOperationException;
import io.github.artifactpublisher.concurrent.WorkerPool;
import io.github.artifactpublisher.gzip.GzipWorkers;
import io.github.artifactpublisher.transfer.SegmentPool.Reservation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * Uploads the files of a set, several at the same time. Large files are uploaded one after the other, on a thread and
 * in memory of their own: one of them already uses all processors and the network. Small files do not wait for them.
 */
public final class SetTransfer {
    private final TransferContext context;

    /** Creates an uploader. */
    public SetTransfer(TransferContext context) {
        this.context = context;
    }

    /**
     * Uploads files.
     *
     * @return the objects, sorted by key
     */
    public List<PublishedObject> upload(List<UploadRequest> files) {
        return files.isEmpty()
                ? List.of()
                : upload(files, new SegmentPool(context.limits().memory()));
    }

    /** Uploads files with the memory of a pool. */
    List<PublishedObject> upload(List<UploadRequest> files, SegmentPool pool) {
        try (GzipWorkers gzip = new GzipWorkers(Runtime.getRuntime().availableProcessors())) {
            return new Run(gzip, pool).upload(files);
        }
    }

    /** The upload of some files, with the compressor and memory that they share. */
    private final class Run {
        private final GzipWorkers gzip;
        private final SegmentPool pool;

        Run(GzipWorkers gzip, SegmentPool pool) {
            this.gzip = gzip;
            this.pool = pool;
        }

        List<PublishedObject> upload(List<UploadRequest> files) {
            List<Callable<List<PublishedObject>>> tasks = new ArrayList<>();
            var bySinglePut = files.stream()
                    .collect(Collectors.partitioningBy(
                            file -> context.limits().isSinglePut(file.planned().maxStoredSize())));
            List<UploadRequest> large = bySinglePut.get(false);
            if (!large.isEmpty()) {
                tasks.add(() -> uploadLargeFiles(large));
            }
            bySinglePut.get(true).forEach(file -> tasks.add(() -> uploadSmallFile(file)));
            int threads = context.limits().concurrency() + (large.isEmpty() ? 0 : 1);
            return WorkerPool.runAll(threads, "file", tasks).stream()
                    .flatMap(List::stream)
                    .sorted(Comparator.comparing(object -> object.key().value()))
                    .toList();
        }

        private List<PublishedObject> uploadLargeFiles(List<UploadRequest> large) {
            TransferLimits limits = context.limits();
            long bytes = large.stream()
                    .mapToLong(file -> file.planned().maxStoredSize())
                    .map(size -> limits.largeFileMemory(limits.partSize(size)))
                    .max()
                    .orElseThrow();
            try (Reservation memory = reserve(bytes)) {
                List<PublishedObject> objects = new ArrayList<>();
                for (UploadRequest file : large) {
                    objects.addAll(upload(file, memory));
                }
                return objects;
            }
        }

        private List<PublishedObject> uploadSmallFile(UploadRequest file) {
            try (Reservation memory = reserve(file.planned().maxStoredSize())) {
                return upload(file, memory);
            }
        }

        private List<PublishedObject> upload(UploadRequest file, Reservation memory) {
            try (FileTransfer transfer = new FileTransfer(context, gzip, file.planned(), memory)) {
                return transfer.uploadTo(file.destinations());
            }
        }

        private Reservation reserve(long bytes) {
            try {
                return pool.reserve(bytes);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedOperationException(e);
            }
        }
    }
}
