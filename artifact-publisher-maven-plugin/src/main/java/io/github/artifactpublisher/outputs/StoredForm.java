package io.github.artifactpublisher.outputs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * In what form a file is stored.
 *
 * @param gzipped whether it is compressed on its way; a file that is compressed already goes as it is
 * @param contentType the Content-Type of the stored object
 * @param contentEncoded whether clients are to unpack it by themselves ({@code Content-Encoding: gzip}), under the name
 *     of the file; never together with a name that ends in {@code .gz}
 */
public record StoredForm(boolean gzipped, String contentType, boolean contentEncoded) {
    /** The form of most files: gzipped. */
    public static final StoredForm GZIP = new StoredForm(true, "application/gzip", false);

    /**
     * The form in which a file is stored if nothing in particular is asked: gzipped, unless its name and its first
     * bytes both say that it is compressed already.
     */
    public static StoredForm of(Path file, String name) throws IOException {
        return of(file, name, ObjectAttributes.NONE);
    }

    /**
     * The form in which an output is stored. Its attributes decide whether it is gzipped, and the Content-Type if it is
     * not; a gzipped object is {@code application/gzip}, whatever its content is.
     */
    public static StoredForm of(Output output) throws IOException {
        return of(output.file(), output.name(), output.attributes());
    }

    /** The form in which an output is stored where objects keep the names of their files. */
    public static StoredForm contentEncoded(Output output) throws IOException {
        StoredForm form = of(output);
        String contentType = output.attributes().contentType().orElseGet(() -> ContentTypes.of(output.name()));
        return form.gzipped() ? new StoredForm(true, contentType, true) : form;
    }

    private static StoredForm of(Path file, String name, ObjectAttributes attributes) throws IOException {
        Optional<CompressedFormat> compressed = CompressedFormat.of(file, name);
        if (attributes.gzip().orElse(compressed.isEmpty())) {
            return GZIP;
        }
        String contentType = attributes
                .contentType()
                .or(() -> compressed.map(CompressedFormat::contentType))
                .orElseGet(() -> ContentTypes.of(name));
        return new StoredForm(false, contentType, false);
    }

    /** What the stored object is called, given what the file is called. */
    public String objectName(String name) {
        return gzipped && !contentEncoded ? name + ".gz" : name;
    }
}
