package io.github.artifactpublisher.layout;

import java.util.List;

/** A template whose placeholders cannot be replaced. */
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The kind of failure. */
    public enum Fault {
        /** The placeholder does not exist. */
        UNKNOWN_PLACEHOLDER,
        /** The placeholder has no value in this build. */
        NO_VALUE,
        /** A brace is not closed, or not opened. */
        UNBALANCED_BRACE
    }

    private final String template;
    private final Fault fault;
    private final String placeholder;
    private final List<String> known;

    TemplateException(String template, Fault fault, String placeholder, List<String> known) {
        super(fault + " in '" + template + "': " + placeholder);
        this.template = template;
        this.fault = fault;
        this.placeholder = placeholder;
        this.known = List.copyOf(known);
    }

    /** The template as it was given. */
    public String template() {
        return template;
    }

    /** The kind of failure. */
    public Fault fault() {
        return fault;
    }

    /** The name between the braces; empty if the braces are at fault. */
    public String placeholder() {
        return placeholder;
    }

    /** The names that a template may use. */
    public List<String> known() {
        return known;
    }
}
