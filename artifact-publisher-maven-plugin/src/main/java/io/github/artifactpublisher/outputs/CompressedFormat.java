package io.github.artifactpublisher.outputs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.codec.binary.Hex;

/**
 * The compressed formats, which are not gzipped again. A file has such a format only if both its name and its first
 * bytes show it: a text called {@code notes.gz} would otherwise get a wrong Content-Type.
 */
enum CompressedFormat {
    GZIP("application/gzip", "1f8b", ".+\\.(gz|tgz)"),
    XZ("application/x-xz", "fd377a585a00", ".+\\.(xz|txz)"),
    ZSTD("application/zstd", "28b52ffd", ".+\\.(zst|tzst)"),
    BZIP2("application/x-bzip2", "425a68", ".+\\.(bz2|tbz2)");

    private final String contentType;
    private final String magicHex;
    private final String namePattern;

    CompressedFormat(String contentType, String magicHex, String namePattern) {
        this.contentType = contentType;
        this.magicHex = magicHex;
        this.namePattern = namePattern;
    }

    /** The format of a file; empty if it is not compressed. */
    static Optional<CompressedFormat> of(Path file, String name) throws IOException {
        for (CompressedFormat format : values()) {
            if (name.toLowerCase(Locale.ROOT).matches(format.namePattern) && format.begins(file)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    String contentType() {
        return contentType;
    }

    private boolean begins(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Hex.encodeHexString(in.readNBytes(magicHex.length() / 2)).equals(magicHex);
        }
    }
}
