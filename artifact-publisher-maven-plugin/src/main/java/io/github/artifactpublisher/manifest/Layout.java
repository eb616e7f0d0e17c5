package io.github.artifactpublisher.manifest;

import java.util.Arrays;

/** The layouts of a set: the location of its objects below its prefix. */
public enum Layout {
    /**
     * {@code PREFIX/app.jar.gz}: each build overwrites the objects of the one before, so the URL of an object does not
     * change. While a build publishes, or after it has failed, some objects can differ from the manifest.
     */
    IN_PLACE("in-place"),
    /**
     * {@code PREFIX/builds/ID/app.jar.gz}: each build uploads to new keys, so a set stays complete until the next
     * manifest is written.
     */
    BY_BUILD("by-build");

    private final String label;

    Layout(String label) {
        this.label = label;
    }

    /**
     * Returns the layout with this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Layout fromLabel(String label) {
        return Arrays.stream(values())
                .filter(layout -> layout.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(label));
    }

    /** Returns the path of an object for a plan, in which the ID of the publication is not known yet. */
    public String planned(String name) {
        return this == IN_PLACE ? name : "builds/{id}/" + name;
    }

    /** The name in settings and in the manifest. */
    public String label() {
        return label;
    }
}
