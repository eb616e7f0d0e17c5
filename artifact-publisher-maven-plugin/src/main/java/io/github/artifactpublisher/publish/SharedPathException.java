package io.github.artifactpublisher.publish;

import java.util.List;

/** Thrown if the existing set is of the same run and commit, and has modules that this build does not have. */
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

    /** Returns the address of both sets: {@code s3://bucket/prefix/}. */
    public String address() {
        return address;
    }

    /** Returns the name of the build that has published the existing set. */
    public String build() {
        return build;
    }

    /** Returns the modules, each as {@code groupId:artifactId}, at least one. */
    public List<String> modules() {
        return modules;
    }
}
