package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.layout.KeyMode;
import io.github.artifactpublisher.outputs.Limits;

/**
 * What a plan has to keep to.
 *
 * @param keys how the outputs' names become parts of keys
 * @param encodeContent whether objects keep the names of their files and have a Content-Encoding
 * @param limits how many and how large the files may be
 */
public record PlanOptions(KeyMode keys, boolean encodeContent, Limits limits) {}
