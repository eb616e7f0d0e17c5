package io.github.artifactpublisher.store.s3.settings;

/**
 * A setting that all AWS tools read.
 *
 * @param value its value
 * @param source its variable, system property or profile
 */
public record AwsSetting(String value, String source) {}
