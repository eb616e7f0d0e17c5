package io.github.artifactpublisher.transfer;

import io.github.artifactpublisher.concurrent.InterruptedOperationException;
import io.github.artifactpublisher.digest.Sha256InputStream;
import io.github.artifactpublisher.gzip.GzipWorkers;
import io.github.artifactpublisher.plan.PlanException;
import io.github.artifactpublisher.plan.PlanException.Fault;
import io.github.artifactpublisher.plan.PlannedObject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;

/** Reads a file that is published, and fails if the file changes meanwhile. */
public final class SourceFile {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final PlannedObject planned;
    private final FileState before;

    /**
     * Reads the size and the time stamp of the file.
     *
     * @throws PlanException if the file cannot be read, or its size differs from the planned one
     */
    public SourceFile(PlannedObject planned) {
        this.planned = planned;
        this.before = state();
        if (before.size != planned.size()) {
            throw changed();
        }
    }

    /**
     * Reads the file once and writes it in the form in which it is stored.
     *
     * @throws PlanException if the file cannot be read, or has changed
     */
    SourceDigest copyTo(OutputStream out, GzipWorkers gzip) {
        return reading(in -> {
            if (planned.form().gzipped()) {
                gzip.compress(in, out, planned.level());
            } else {
                copy(in, out);
            }
        });
    }

    /** Reads the file once and computes its digest; fails as {@link #copyTo} does. */
    SourceDigest digest() {
        return reading(in -> copy(in, OutputStream.nullOutputStream()));
    }

    /** Returns the exception for a file that has changed. */
    public PlanException changed() {
        return new PlanException(Fault.CHANGED, planned.output().name(), List.of(file()));
    }

    private interface Reader {
        void read(InputStream in) throws IOException;
    }

    private SourceDigest reading(Reader reader) {
        try (Sha256InputStream in = new Sha256InputStream(new LimitedInputStream(Files.newInputStream(file())))) {
            reader.read(in);
            if (!state().equals(before) || in.size() != before.size) {
                throw changed();
            }
            return new SourceDigest(in.size(), in.sha256());
        } catch (InterruptedIOException e) {
            throw new InterruptedOperationException(e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException();
            }
            out.write(buffer, 0, count);
        }
    }

    private Path file() {
        return planned.output().file();
    }

    private FileState state() {
        try {
            return FileState.of(file());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private PlanException unreadable(IOException e) {
        return new PlanException(Fault.UNREADABLE, planned.output().name(), List.of(file()), e);
    }

    /** Fails if the file grows while it is read, because memory is reserved for its planned size. */
    private final class LimitedInputStream extends FilterInputStream {
        private long left = before.size;

        LimitedInputStream(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = in.read(bytes, offset, length);
            left -= Math.max(0, count);
            if (left < 0) {
                throw changed();
            }
            return count;
        }
    }

    /** The size and the time stamp of a file, to detect a change. */
    private record FileState(long size, FileTime modified) {
        static FileState of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileState(attributes.size(), attributes.lastModifiedTime());
        }
    }
}
