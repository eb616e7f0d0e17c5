package io.github.artifactpublisher.outputs;

import java.io.IOException;
import java.nio.file.Path;

/**
 * In what form a file is stored.
 *
 * @param gzipped whether it is compressed on its way; a file that is compressed already goes as it is
 * @param contentType the Content-Type of the stored object
 */
public record StoredForm(boolean gzipped, String contentType) {
    /** The form of most files: gzipped. */
    public static final StoredForm GZIP = new StoredForm(true, "application/gzip");

    /**
     * The form in which a file is stored: gzipped, unless its name and its first bytes both say that it is compressed
     * already.
     */
    public static StoredForm of(Path file, String name) throws IOException {
        return CompressedFormat.storedForm(file, name);
    }

    /** What the stored object is called, given what the file is called. */
    public String objectName(String name) {
        return gzipped ? name + ".gz" : name;
    }
}
