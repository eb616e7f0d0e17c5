package io.github.artifactpublisher.maven;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Gzips what the build made and puts it, verified, into a bucket under {@code artifacts/OWNER/REPO/BRANCH/}.
 *
 * <p>Each module notes its main and attached artifacts; the last module of the reactor publishes them all as one set,
 * and nothing is published if a module fails before. Each parameter can also be given as an environment variable:
 * {@code artifacts.targetPaths} as {@code ARTIFACTS_TARGET_PATHS}. The POM and {@code -D} come before the environment.
 *
 * @since 1.0.0
 */
@Mojo(name = "publish", defaultPhase = LifecyclePhase.DEPLOY, requiresOnline = true, threadSafe = true)
public final class PublishMojo extends AbstractMojo {
    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution execution;
    private final SettingsDecrypter decrypter;

    /**
     * {@code true} leaves this module out; with {@code -Dartifacts.skip} on the command line nothing is published.
     * Default: {@code false}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.skip")
    private String skip;

    /**
     * The bucket to publish to, by its name alone: {@code my-builds}. It must exist; it is never created. Required.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.bucket")
    private String bucket;

    /**
     * The bucket's region, such as {@code eu-central-1}. Default: what the AWS settings of the machine say
     * ({@code AWS_REGION}, profile, instance); {@code us-east-1} if an endpoint is set.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.region")
    private String region;

    /**
     * The URL of a server that speaks the S3 protocol, such as {@code https://s3.example.com}. Default: Amazon S3.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.endpoint")
    private String endpoint;

    /**
     * Whether the bucket is named in the path ({@code https://host/bucket/key}) rather than in the host name. Default:
     * {@code true} if an endpoint is set, else {@code false}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.pathStyle")
    private String pathStyle;

    /**
     * Whether an endpoint of plain {@code http} may be on another machine than this one. Default: {@code false}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.allowInsecureEndpoint")
    private String allowInsecureEndpoint;

    /**
     * The {@code <id>} of a {@code <server>} in settings.xml with the access key as user name and the secret key as
     * password, encrypted or not. Default: {@code ARTIFACTS_KEY} and {@code ARTIFACTS_SECRET} (with
     * {@code ARTIFACTS_TOKEN} for temporary ones), else the AWS credentials chain (variables, OIDC role, SSO, profile,
     * container, instance).
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.serverId")
    private String serverId;

    /**
     * The repository as {@code OWNER/REPOSITORY}. Default: what the CI server says, else the git remote.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.slug")
    private String slug;

    /**
     * The branch whose path the set gets. Default: what the CI server says, else git's HEAD; for a pull request see
     * {@link #pullRequests}; for a tag its name.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.branch")
    private String branch;

    /**
     * Where the set goes; with several paths the whole set goes to each. Placeholders: {@code {slug}}, {@code {owner}},
     * {@code {repo}}, {@code {branch}}, {@code {tag}}, {@code {commit}}, {@code {shortCommit}}, {@code {pullRequest}},
     * {@code {buildNumber}}. Divided by commas on the command line, by colons in the environment. Default: <code>
     * artifacts/{slug}/{branch}</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.targetPaths")
    private List<String> targetPaths;

    /**
     * Where a pull request of the same repository goes: {@code branch} (the path of its topic branch, never of the
     * branch that it is to be merged into), {@code number} ({@code pull/NUMBER} in place of the branch) or
     * {@code skip}. One from a fork is never published. Default: {@code branch}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.pullRequests")
    private String pullRequests;

    /**
     * Triggers such as {@code pull_request_target} that may publish although they run with the repository's secrets on
     * what may be code of a stranger. Default: none; such a build fails.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.trustedTriggers")
    private List<String> trustedTriggers;

    /**
     * What a published file is called: {@code file} (as the file that was built) or {@code coordinates}
     * ({@code artifactId-version[-classifier].extension}). Default: {@code file}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.names")
    private String names;

    /**
     * What happens if no module has anything to publish: {@code fail}, {@code warn} or {@code ignore}. Default:
     * {@code fail}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.ifEmpty")
    private String ifEmpty;

    /**
     * How many files are compressed and sent at once, 1 to 64. Default: 5.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.concurrency")
    private String concurrency;

    @Inject
    PublishMojo(MavenSession session, MavenProject project, MojoExecution execution, SettingsDecrypter decrypter) {
        this.session = session;
        this.project = project;
        this.execution = execution;
        this.decrypter = decrypter;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        SdkLogging.quieten();
        try {
            Optional<Contribution> contribution =
                    new ModuleContribution(getLog(), project).of(configuration(), tools());
            new Reactor(session, execution).add(project, contribution).ifPresent(publication()::publish);
        } catch (RuntimeException e) {
            throw Sentences.failure(e);
        }
    }

    private PublishConfiguration configuration() {
        return new PublishConfiguration(
                skip,
                bucket,
                region,
                endpoint,
                pathStyle,
                allowInsecureEndpoint,
                serverId,
                slug,
                branch,
                targetPaths,
                pullRequests,
                trustedTriggers,
                names,
                ifEmpty,
                concurrency);
    }

    /** In a fixed order, since the manifest shows them. */
    private Map<String, String> tools() {
        Map<String, String> tools = new LinkedHashMap<>();
        tools.put("artifact-publisher", execution.getPlugin().getVersion());
        tools.put("maven", session.getSystemProperties().getProperty("maven.version", "unknown"));
        tools.put("java", System.getProperty("java.version"));
        return tools;
    }

    private Publication publication() {
        return new Publication(
                getLog(),
                new ServerCredentials(session.getSettings(), decrypter, System.getenv()),
                new MavenProxies(session.getSettings(), decrypter),
                "artifact-publisher/" + execution.getPlugin().getVersion(),
                Clock.systemUTC());
    }
}
