package io.github.artifactpublisher.outputs;

import java.io.IOException;
import java.util.Optional;

/**
 * The form in which a file is stored.
 *
 * @param gzipped whether the plugin compresses it
 * @param contentType the Content-Type of the stored object
 * @param contentEncoded whether the object has {@code Content-Encoding: gzip}, so that clients decompress it, and keeps
 *     the name of the file without {@code .gz}
 */
public record StoredForm(boolean gzipped, String contentType, boolean contentEncoded) {
    /** The form of most files: gzipped. */
    public static final StoredForm GZIP = new StoredForm(true, "application/gzip", false);

    /**
     * The form of an output: gzipped, unless its attributes say otherwise, or both its name and its first bytes show
     * that it is compressed already.
     *
     * @throws IOException if the file cannot be read
     */
    public static StoredForm of(Output output) throws IOException {
        Optional<CompressedFormat> compressed = CompressedFormat.of(output.file(), output.name());
        ObjectAttributes attributes = output.attributes();
        if (attributes.gzip().orElse(compressed.isEmpty())) {
            return GZIP;
        }
        String contentType = attributes
                .contentType()
                .or(() -> compressed.map(CompressedFormat::contentType))
                .orElseGet(() -> ContentTypes.of(output.name()));
        return new StoredForm(false, contentType, false);
    }

    /**
     * The form of an output if gzipped objects keep the names of their files ({@code artifacts.encodeContent=true}).
     *
     * @throws IOException if the file cannot be read
     */
    public static StoredForm contentEncoded(Output output) throws IOException {
        StoredForm form = of(output);
        String contentType = output.attributes().contentType().orElseGet(() -> ContentTypes.of(output.name()));
        return form.gzipped() ? new StoredForm(true, contentType, true) : form;
    }

    /** The name of the stored object for the name of a file. */
    public String objectName(String name) {
        return gzipped && !contentEncoded ? name + ".gz" : name;
    }
}
