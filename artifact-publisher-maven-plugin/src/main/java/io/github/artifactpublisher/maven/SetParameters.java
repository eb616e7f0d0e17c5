package io.github.artifactpublisher.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/** The parameters of the goals that use one set: its repository, branch and paths. */
@SuppressWarnings("unused") // ConfiguredFields reads the fields.
public abstract class SetParameters extends StoreParameters {
    /**
     * The repository, as {@code OWNER/REPOSITORY}. Default: the CI server's repository, else that of the git remote.
     * Example: {@code acme/app}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.slug")
    private String slug;

    /**
     * The branch of the set. Required if git's HEAD contradicts the CI server. Default: the branch, tag or pull request
     * of the CI server, else git's branch. Example: {@code release/1.x}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.branch")
    private String branch;

    /**
     * The prefix of the object keys. With several paths, the whole set goes to each. A path with {@code {commit}} is
     * written once. Default: <code>artifacts/{slug}/{branch}</code>. Example: {@code artifacts/backend/{branch}}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.targetPaths")
    private List<String> targetPaths;

    /**
     * The path of a pull request of the same repository: {@code branch} (the path of its source branch), {@code number}
     * ({@code pull/NUMBER} instead of the branch) or {@code skip} (not published). A pull request that is known to be
     * from a fork is never published. Default: {@code branch}. Example: {@code number}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.pullRequests")
    private String pullRequests;

    /**
     * Triggers whose builds may be published: {@code pull_request_target}, {@code workflow_run} and
     * {@code issue_comment}, whose builds fail otherwise; {@code merge_group} and {@code merge_train}, whose builds are
     * not published otherwise. Default: none. Example: {@code merge_group}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.trustedTriggers")
    private List<String> trustedTriggers;

    /**
     * Names of environment variables that {@code artifacts.targetPaths} may use as {@code {env.NAME}}. A name that
     * looks like that of a secret fails the build. Default: none. Example: {@code JDK}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.environment")
    private List<String> environment;

    /**
     * How names become parts of keys: {@code raw} (unchanged) or {@code encoded} (percent-encoded; a branch such as
     * {@code feature/x} becomes one segment). Default: {@code raw}. Example: {@code encoded}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.keys")
    private String keys;
}
