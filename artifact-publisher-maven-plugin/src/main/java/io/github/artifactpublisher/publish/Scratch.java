package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.digest.DigestingInputStream;
import io.github.artifactpublisher.digest.DigestingOutputStream;
import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.gzip.DeterministicGzip;
import io.github.artifactpublisher.publish.PlanException.Fault;
import io.github.artifactpublisher.store.Body;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * Makes the bytes that are sent: a private copy of a file, gzipped on the way. The copy is what makes them re-readable
 * and unchangeable, so that a request sent again carries exactly the bytes that were hashed. Thread-safe.
 */
final class Scratch {
    private static final int DEFAULT_LEVEL = 6;
    private static final String PREFIX = "body";
    private static final String SUFFIX = ".tmp";

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
        @Override
        public void close() {
            delete(copy);
        }
    }

    /**
     * Reads a file once.
     *
     * @throws PlanException if the file cannot be read or changes while it is read, or its copy cannot be written
     */
    Prepared prepare(PlannedObject planned) {
        Path file = planned.output().file();
        Path copy = newCopy(planned);
        try {
            FileState before = FileState.of(file);
            Prepared prepared = copy(planned, copy);
            if (!FileState.of(file).equals(before)
                    || before.size() != prepared.original().size()) {
                throw new PlanException(Fault.CHANGED, planned.output().name(), List.of(file));
            }
            return prepared;
        } catch (IOException e) {
            delete(copy);
            throw new PlanException(Fault.UNREADABLE, planned.output().name(), List.of(file), e);
        } catch (RuntimeException e) {
            delete(copy);
            throw e;
        }
    }

    /** Copies that a build which was killed has left. */
    void sweep() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            left.forEach(Scratch::delete);
        } catch (IOException e) {
            throw new PlanException(Fault.NO_SCRATCH, "", List.of(folder), e);
        }
    }

    private Path newCopy(PlannedObject planned) {
        try {
            return Files.createTempFile(Files.createDirectories(folder), PREFIX, SUFFIX);
        } catch (IOException e) {
            throw new PlanException(Fault.NO_SCRATCH, planned.output().name(), List.of(folder), e);
        }
    }

    private Prepared copy(PlannedObject planned, Path copy) throws IOException {
        int level = planned.output().attributes().level().orElse(DEFAULT_LEVEL);
        DigestingOutputStream stored = new DigestingOutputStream(new ScratchOutput(copy, planned));
        try (DigestingInputStream original =
                new DigestingInputStream(Files.newInputStream(planned.output().file()))) {
            try (OutputStream out = planned.form().gzipped() ? new DeterministicGzip(stored, level) : stored) {
                original.transferTo(out);
            }
            return new Prepared(copy, original.digests(), Body.of(copy, stored.digests()));
        }
    }

    private static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw new PlanException(Fault.NO_SCRATCH, "", List.of(copy), e);
        }
    }

    /** Tells a full disk from a file that cannot be read: both would be an IOException of the same copying. */
    private static final class ScratchOutput extends FilterOutputStream {
        private final PlannedObject planned;
        private final Path copy;

        ScratchOutput(Path copy, PlannedObject planned) throws IOException {
            super(Files.newOutputStream(copy));
            this.copy = copy;
            this.planned = planned;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw new PlanException(Fault.NO_SCRATCH, planned.output().name(), List.of(copy.getParent()), e);
            }
        }
    }

    /** Enough to notice that a file is being written while it is read. */
    private record FileState(long size, FileTime modified) {
        static FileState of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileState(attributes.size(), attributes.lastModifiedTime());
        }
    }
}
