package io.github.artifactpublisher.plan;

import io.github.artifactpublisher.layout.KeyMode;
import io.github.artifactpublisher.outputs.Limits;

/**
 * The settings of a plan.
 *
 * @param keys how the names of outputs are encoded in keys
 * @param encodeContent whether gzipped objects keep the names of their files and have a {@code Content-Encoding}
 * @param limits the maximum number and size of the files
 */
public record PlanOptions(KeyMode keys, boolean encodeContent, Limits limits) {}
