package io.github.artifactpublisher.publish;

import java.util.Arrays;

/** Where the objects of a set go below its prefix. */
public enum Layout {
    /**
     * {@code PREFIX/app.jar.gz}: a build replaces the objects of the one before. An address that stays the same; but
     * while objects are replaced, and after a build that failed in between, some of them are not what the manifest
     * says.
     */
    IN_PLACE("in-place"),
    /**
     * {@code PREFIX/builds/ID/app.jar.gz}: what a build sends goes to keys that no manifest has named before. So a set
     * stays whole until its manifest is replaced and after that, whoever else publishes and wherever a build is killed.
     */
    BY_BUILD("by-build");

    private final String label;

    Layout(String label) {
        this.label = label;
    }

    /**
     * The layout of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Layout labelled(String label) {
        return Arrays.stream(values())
                .filter(layout -> layout.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(label));
    }

    /** Where an object of this name goes, for a plan: which publication it will be is not known yet. */
    public String planned(String name) {
        return this == IN_PLACE ? name : "builds/{id}/" + name;
    }

    /** The name in settings and in the manifest. */
    public String label() {
        return label;
    }
}
