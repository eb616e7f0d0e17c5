package io.github.artifactpublisher.publish;

import java.util.List;

/** The set that exists is of the same run and commit, and has modules that this build does not have. */
public final class SharedPathException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String address;
    private final String build;
    private final transient List<String> modules;

    SharedPathException(String address, String build, List<String> modules) {
        super(address + " of " + build + " has " + modules);
        this.address = address;
        this.build = build;
        this.modules = List.copyOf(modules);
    }

    /** The address of both sets: {@code s3://bucket/prefix/}. */
    public String address() {
        return address;
    }

    /** The build that has published the set which exists, by its name. */
    public String build() {
        return build;
    }

    /** The modules, each as {@code groupId:artifactId}, at least one. */
    public List<String> modules() {
        return modules;
    }
}
