package io.github.artifactpublisher.maven;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.publish.BuildFacts;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where and as what a module is published. Modules whose settings are equal are published as one set.
 *
 * @param bucket the bucket's name
 * @param region its region, if it is given
 * @param endpoint another server than Amazon's, if it is given
 * @param pathStyle whether the bucket is named in the path
 * @param serverId the server in settings.xml that has the credentials, if one is given
 * @param targets where the set goes
 * @param concurrency how many objects are under way at once
 * @param ifEmpty what happens if there is nothing to publish
 * @param build what the manifest says of the build
 */
record PublishSettings(
        String bucket,
        Optional<String> region,
        Optional<URI> endpoint,
        boolean pathStyle,
        Optional<String> serverId,
        List<KeyPrefix> targets,
        int concurrency,
        IfEmpty ifEmpty,
        BuildFacts build) {
    /** What happens if there is nothing to publish. */
    enum IfEmpty {
        /** The build fails. */
        FAIL,
        /** The build warns. */
        WARN,
        /** The build says nothing. */
        IGNORE
    }
}
