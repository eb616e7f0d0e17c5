package io.github.artifactpublisher.maven.settings;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One {@code <selection>} of a POM: some files, and how they are stored. Maven sets the fields, with the text of the
 * elements. {@link SelectionReader} reads and checks them.
 *
 * @since 1.0.0
 */
@SuppressWarnings("unused") // ConfiguredFields reads the fields.
public final class SelectionParameter {
    /** Selects the main artifact and the attached artifacts of the module. */
    private String attached;

    /** Patterns of files. A pattern that matches no file fails the build. */
    private List<String> includes;

    /** Selects all files that git neither tracks nor ignores. */
    private String untracked;

    /** Files and folders in the form of {@code artifacts.paths}. */
    private String paths;

    /** Patterns of files that the selection leaves out. */
    private List<String> excludes;

    /** {@code module} or {@code root}. Default: {@code artifacts.base}. */
    private String base;

    /** The media type of the files, such as {@code text/html}. */
    private String contentType;

    /** The Cache-Control header of the objects. */
    private String cacheControl;

    /** User metadata: {@code name=value}, separated by commas or line breaks. */
    private String metadata;

    /** Object tags: {@code name=value}, separated by commas or line breaks. */
    private String tags;

    /** Whether the files are gzipped. */
    private String gzip;

    /** The gzip level, 1 to 9. */
    private String level;

    /**
     * Returns the elements of each selection, by the place in the POM that {@link SelectionReader} reads.
     *
     * @param selections the selections; null if the POM has none
     * @return for each element a String, a List of Strings, or null; null if the POM has no selections
     */
    public static List<Map<String, Object>> configured(List<SelectionParameter> selections) {
        return selections == null
                ? null
                : IntStream.rangeClosed(1, selections.size())
                        .mapToObj(number -> ConfiguredFields.of(
                                selections.get(number - 1), Object.class, SelectionReader.place(number)))
                        .toList();
    }
}
