package io.github.artifactpublisher.store.s3.settings;

/**
 * A setting that the AWS tools read by themselves.
 *
 * @param value its value
 * @param source the variable, the system property or the profile that has it
 */
public record AwsSetting(String value, String source) {}
