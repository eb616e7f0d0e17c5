package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.concurrent.InterruptedOperationException;
import io.github.artifactpublisher.concurrent.WorkerPool;
import io.github.artifactpublisher.gzip.GzipWorkers;
import io.github.artifactpublisher.publish.FileTransfer.Means;
import io.github.artifactpublisher.publish.SegmentPool.Reservation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * The way of all files of a set, several at once. Those that may have to go in parts go one after the other, in a lane
 * and a share of the memory of their own, for one of them keeps all processors and the network busy; the others flow
 * past them.
 */
final class SetTransfer {
    private final Means means;

    /**
     * A file and where it goes.
     *
     * @param planned the file
     * @param places at least one; the object of the first is copied to the others, but to those written once
     */
    record Delivery(PlannedObject planned, List<Place> places) {}

    SetTransfer(Means means) {
        this.means = means;
    }

    /**
     * Sends files.
     *
     * @return the objects, sorted by key
     */
    List<PublishedObject> send(List<Delivery> files) {
        return files.isEmpty()
                ? List.of()
                : send(files, new SegmentPool(means.limits().memory()));
    }

    /** Sends files with the memory of a pool. */
    List<PublishedObject> send(List<Delivery> files, SegmentPool pool) {
        try (GzipWorkers gzip = new GzipWorkers(Runtime.getRuntime().availableProcessors())) {
            return new Run(gzip, pool).send(files);
        }
    }

    /** Sends files once. */
    private final class Run {
        private final GzipWorkers gzip;
        private final SegmentPool pool;

        Run(GzipWorkers gzip, SegmentPool pool) {
            this.gzip = gzip;
            this.pool = pool;
        }

        List<PublishedObject> send(List<Delivery> files) {
            List<Callable<List<PublishedObject>>> tasks = new ArrayList<>();
            var inOnePiece = files.stream()
                    .collect(Collectors.partitioningBy(
                            file -> means.limits().inOnePiece(file.planned().maxStoredSize())));
            List<Delivery> large = inOnePiece.get(false);
            if (!large.isEmpty()) {
                tasks.add(() -> oneAfterTheOther(large));
            }
            inOnePiece.get(true).forEach(file -> tasks.add(() -> small(file)));
            int lanes = means.limits().concurrency() + (large.isEmpty() ? 0 : 1);
            return WorkerPool.runAll(lanes, tasks).stream()
                    .flatMap(List::stream)
                    .sorted(Comparator.comparing(object -> object.key().value()))
                    .toList();
        }

        private List<PublishedObject> oneAfterTheOther(List<Delivery> large) {
            long ring = large.stream()
                    .mapToLong(file -> file.planned().maxStoredSize())
                    .map(most -> means.limits().ring(means.limits().partSize(most)))
                    .max()
                    .orElseThrow();
            try (Reservation memory = reserve(ring)) {
                List<PublishedObject> objects = new ArrayList<>();
                for (Delivery file : large) {
                    objects.addAll(transfer(file, memory));
                }
                return objects;
            }
        }

        private List<PublishedObject> small(Delivery file) {
            try (Reservation memory = reserve(file.planned().maxStoredSize())) {
                return transfer(file, memory);
            }
        }

        private List<PublishedObject> transfer(Delivery file, Reservation memory) {
            try (FileTransfer transfer = new FileTransfer(means, gzip, file.planned(), memory)) {
                return transfer.to(file.places());
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
