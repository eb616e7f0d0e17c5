package io.github.artifactpublisher.maven;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One {@code <selection>} of a POM, as Maven fills it in: which files, and how they are stored. Holds what was written
 * and does nothing; what is written as is a property's own form, so that {@link Settings} reads it.
 *
 * @since 1.0.0
 */
public final class FileSelection {
    /** Whether the selection is the main and attached artifacts of the module. */
    private String attached;

    /** Patterns of files; each has to match something. */
    private List<String> includes;

    /** Whether the selection is all that git neither tracks nor ignores. */
    private String untracked;

    /** Files and folders in the form of {@code artifacts.paths}. */
    private String paths;

    /** Patterns of files that are left out. */
    private List<String> excludes;

    /** {@code module} or {@code root}; default: {@code artifacts.base}. */
    private String base;

    /** The media type of the files themselves. */
    private String contentType;

    /** The Cache-Control of the objects. */
    private String cacheControl;

    /** User metadata: {@code name=value}, separated by commas or line breaks. */
    private String metadata;

    /** Object tags: {@code name=value}, separated by commas or line breaks. */
    private String tags;

    /** Whether the files are gzipped. */
    private String gzip;

    /** The effort of gzip, 1 to 9. */
    private String level;

    /** What was written, by where it was written: a String, a List of Strings, or null. */
    Map<String, Object> configured(String place) {
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
