/**
 * Programs that {@code benchmarks/run} starts: they generate corpora, run the server and the encoders, and write the
 * report.
 */
package io.github.artifactpublisher.benchmark;
