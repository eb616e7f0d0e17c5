package io.github.artifactpublisher.benchmark;

import java.io.OutputStream;

/** Takes bytes to nowhere and counts them: what is measured is the encoder and no disk. */
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
