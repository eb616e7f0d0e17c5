package io.github.artifactpublisher.maven;

import java.util.List;

/**
 * The parameters of the mojo as Maven has filled them in: null where neither the POM nor {@code -D} says anything. What
 * each means is said at the mojo.
 */
record PublishConfiguration(
        String skip,
        String bucket,
        String region,
        String endpoint,
        String pathStyle,
        String allowInsecureEndpoint,
        String serverId,
        String slug,
        String branch,
        List<String> targetPaths,
        String pullRequests,
        List<String> trustedTriggers,
        String names,
        String ifEmpty,
        String concurrency) {}
