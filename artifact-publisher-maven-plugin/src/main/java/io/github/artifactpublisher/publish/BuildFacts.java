package io.github.artifactpublisher.publish;

import java.util.Map;
import java.util.Optional;

/**
 * What the manifest says of the build.
 *
 * @param slug {@code owner/repository}
 * @param branch the branch, if one was built
 * @param pullRequest the number of the pull request, if one was built
 * @param tag the tag, if one was built
 * @param commit the commit, if it is known
 * @param server the CI server's name
 * @param buildNumber the CI server's number of the build
 * @param buildUrl where the build can be looked at
 * @param tools name and version of the programs that made and published it, in this order
 */
public record BuildFacts(
        Optional<String> slug,
        Optional<String> branch,
        Optional<String> pullRequest,
        Optional<String> tag,
        Optional<String> commit,
        String server,
        Optional<String> buildNumber,
        Optional<String> buildUrl,
        Map<String, String> tools) {}
