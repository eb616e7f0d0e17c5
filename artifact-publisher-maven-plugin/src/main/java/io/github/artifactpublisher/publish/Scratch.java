package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.digest.DigestingInputStream;
import io.github.artifactpublisher.digest.DigestingOutputStream;
import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.gzip.DeterministicGzip;
import io.github.artifactpublisher.publish.PlanException.Fault;
import io.github.artifactpublisher.store.Body;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * Makes the bytes that are sent: a private copy of a file, gzipped on the way. The copy is what makes them re-readable
 * and unchangeable, so that a request sent again carries exactly the bytes that were hashed. Thread-safe.
 */
final class Scratch {
    private static final int DEFAULT_LEVEL = 6;

    private final Path folder;

    Scratch(Path folder) {
        this.folder = folder;
    }

    /**
     * A file's bytes, ready to be sent.
     *
     * @param copy the private copy; whoever is done with it closes this
     * @param original size and digests of the file as it was read
     * @param body the copy as a body
     */
    record Prepared(Path copy, Digests original, Body body) implements AutoCloseable {
        Sha256 originalSha256() {
            return original.sha256();
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(copy);
        }
    }

    /**
     * Reads a file once.
     *
     * @throws PlanException if the file cannot be read or changes while it is read
     */
    Prepared prepare(PlannedObject planned) {
        Path file = planned.output().file();
        try {
            FileState before = FileState.of(file);
            Path copy = Files.createTempFile(Files.createDirectories(folder), "body", ".tmp");
            Prepared prepared = copy(planned, copy);
            if (!FileState.of(file).equals(before)
                    || before.size() != prepared.original().size()) {
                prepared.close();
                throw new PlanException(Fault.CHANGED, planned.output().name(), List.of(file));
            }
            return prepared;
        } catch (IOException e) {
            throw new PlanException(Fault.UNREADABLE, planned.output().name(), List.of(file), e);
        }
    }

    private static Prepared copy(PlannedObject planned, Path copy) throws IOException {
        int level = planned.output().attributes().level().orElse(DEFAULT_LEVEL);
        DigestingOutputStream stored = new DigestingOutputStream(Files.newOutputStream(copy));
        try (DigestingInputStream original =
                new DigestingInputStream(Files.newInputStream(planned.output().file()))) {
            try (OutputStream out = planned.form().gzipped() ? new DeterministicGzip(stored, level) : stored) {
                original.transferTo(out);
            }
            return new Prepared(copy, original.digests(), Body.of(copy, stored.digests()));
        } catch (IOException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    /** Enough to notice that a file is being written while it is read. */
    private record FileState(long size, java.nio.file.attribute.FileTime modified) {
        static FileState of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileState(attributes.size(), attributes.lastModifiedTime());
        }
    }
}
