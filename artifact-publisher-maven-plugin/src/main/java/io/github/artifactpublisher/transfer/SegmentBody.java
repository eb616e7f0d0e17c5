package io.github.artifactpublisher.transfer;

import io.github.artifactpublisher.digest.DigestingOutputStream;
import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.store.Body;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * A request body in the segments of a {@link SegmentPool}.
 *
 * @param segments all of them full, except the last
 * @param digests the size and the digests of the bytes
 */
record SegmentBody(List<byte[]> segments, Digests digests) implements Body {
    /**
     * Creates a body and computes its digests.
     *
     * @param size in bytes
     */
    static SegmentBody of(List<byte[]> segments, long size) {
        try (DigestingOutputStream digesting = new DigestingOutputStream(OutputStream.nullOutputStream())) {
            long left = size;
            for (byte[] segment : segments) {
                digesting.write(segment, 0, (int) Math.min(segment.length, left));
                left -= segment.length;
            }
            return new SegmentBody(segments, digesting.digests());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream open() {
        return new SegmentStream();
    }

    /** Reads the bytes of the segments in order. */
    private final class SegmentStream extends InputStream {
        private long position;

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            Objects.checkFromIndexSize(offset, length, bytes.length);
            if (length == 0) {
                return 0;
            }
            int start = (int) (position % SegmentPool.SEGMENT_BYTES);
            int count = Math.min(length, Math.min(SegmentPool.SEGMENT_BYTES - start, available()));
            if (count == 0) {
                return -1;
            }
            byte[] segment = segments.get((int) (position / SegmentPool.SEGMENT_BYTES));
            System.arraycopy(segment, start, bytes, offset, count);
            position += count;
            return count;
        }

        @Override
        public int available() {
            return (int) Math.min(Integer.MAX_VALUE, digests.size() - position);
        }
    }
}
