package io.github.artifactpublisher.benchmark;

import java.io.OutputStream;

/** An output stream that counts and discards bytes, so that only the encoder is measured. */
final class CountingSink extends OutputStream {
    private long count;

    @Override
    public void write(int b) {
        count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        count += length;
    }

    long count() {
        return count;
    }
}
