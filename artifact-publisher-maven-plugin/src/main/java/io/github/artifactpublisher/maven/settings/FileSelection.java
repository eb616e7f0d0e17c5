package io.github.artifactpublisher.maven.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One {@code <selection>} of a POM, as Maven fills it in: which files, and how they are stored. Holds what was written
 * and does nothing; what is written as is a property's own form, so that {@link Settings} reads it.
 *
 * @since 1.0.0
 */
public final class FileSelection {
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

    /** What is written in these, for each what {@link PomSelection} reads; null if the POM has none. */
    public static List<Map<String, Object>> configured(List<FileSelection> selections) {
        return selections == null
                ? null
                : IntStream.rangeClosed(1, selections.size())
                        .mapToObj(number -> selections.get(number - 1).configured(PomSelection.place(number)))
                        .toList();
    }

    /** What was written, by where it was written: a String, a List of Strings, or null. */
    private Map<String, Object> configured(String place) {
        Map<String, Object> configured = new LinkedHashMap<>();
        configured.put(place + "attached", attached);
        configured.put(place + "includes", includes);
        configured.put(place + "untracked", untracked);
        configured.put(place + "paths", paths);
        configured.put(place + "excludes", excludes);
        configured.put(place + "base", base);
        configured.put(place + "contentType", contentType);
        configured.put(place + "cacheControl", cacheControl);
        configured.put(place + "metadata", metadata);
        configured.put(place + "tags", tags);
        configured.put(place + "gzip", gzip);
        configured.put(place + "level", level);
        return configured;
    }
}
