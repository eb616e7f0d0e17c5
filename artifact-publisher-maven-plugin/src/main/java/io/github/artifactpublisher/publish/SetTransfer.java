package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.layout.KeyPrefix;
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
    private final List<KeyPrefix> targets;
    private final SegmentPool pool;

    SetTransfer(Means means, List<KeyPrefix> targets, SegmentPool pool) {
        this.means = means;
        this.targets = targets;
        this.pool = pool;
    }

    /**
     * Sends all files to all targets.
     *
     * @return the objects, sorted by key
     */
    List<PublishedObject> run(List<PlannedObject> files) {
        List<Callable<List<PublishedObject>>> tasks = new ArrayList<>();
        var inOnePiece = files.stream()
                .collect(Collectors.partitioningBy(planned -> means.limits().inOnePiece(WatchedFile.most(planned))));
        List<PlannedObject> large = inOnePiece.get(false);
        if (!large.isEmpty()) {
            tasks.add(() -> oneAfterTheOther(large));
        }
        inOnePiece.get(true).forEach(planned -> tasks.add(() -> small(planned)));
        int lanes = means.limits().concurrency() + (large.isEmpty() ? 0 : 1);
        return WorkerPool.runAll(lanes, tasks).stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(object -> object.key().value()))
                .toList();
    }

    private List<PublishedObject> oneAfterTheOther(List<PlannedObject> large) {
        long ring = large.stream()
                .mapToLong(WatchedFile::most)
                .map(most -> means.limits().ring(means.limits().partSize(most)))
                .max()
                .orElseThrow();
        try (Reservation memory = reserve(ring)) {
            List<PublishedObject> objects = new ArrayList<>();
            for (PlannedObject planned : large) {
                objects.addAll(transfer(planned, memory));
            }
            return objects;
        }
    }

    private List<PublishedObject> small(PlannedObject planned) {
        try (Reservation memory = reserve(WatchedFile.most(planned))) {
            return transfer(planned, memory);
        }
    }

    private List<PublishedObject> transfer(PlannedObject planned, Reservation memory) {
        try (FileTransfer transfer = new FileTransfer(means, planned, memory)) {
            return transfer.to(targets);
        }
    }

    private Reservation reserve(long bytes) {
        try {
            return pool.reserve(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublishInterruptedException(e);
        }
    }
}
