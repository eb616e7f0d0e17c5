/**
 * The programs of {@code benchmarks/run}: corpora, server, encoders by themselves, and the report of what was measured.
 */
package io.github.artifactpublisher.benchmark;
