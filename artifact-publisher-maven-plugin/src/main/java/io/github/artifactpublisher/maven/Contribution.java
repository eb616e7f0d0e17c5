package io.github.artifactpublisher.maven;

import io.github.artifactpublisher.outputs.Output;
import java.nio.file.Path;
import java.util.List;

/**
 * What one module adds to the publication of the reactor.
 *
 * @param settings where and as what it is published
 * @param outputs its files
 * @param folder its build folder
 */
record Contribution(PublishSettings settings, List<Output> outputs, Path folder) {}
