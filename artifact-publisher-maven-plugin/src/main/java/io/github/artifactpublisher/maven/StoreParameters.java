package io.github.artifactpublisher.maven;

import io.github.artifactpublisher.maven.message.PrintableLog;
import io.github.artifactpublisher.maven.reactor.GoalCall;
import io.github.artifactpublisher.maven.settings.ConfiguredFields;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** The parameters of every goal that uses the bucket: connection, credentials, retries, memory. */
@SuppressWarnings("unused") // ConfiguredFields reads the fields.
public abstract class StoreParameters extends AbstractMojo {
    /**
     * The name of the bucket. The plugin never creates a bucket. Default: none, required. Example: {@code builds}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.bucket")
    private String bucket;

    /**
     * The region of the bucket. Default: the region of the AWS settings; with an endpoint {@code us-east-1}. Example:
     * {@code eu-central-1}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.region")
    private String region;

    /**
     * The URL of an S3 server, without the bucket. Default: the endpoint of the AWS settings, else Amazon S3. Example:
     * {@code https://s3.example.com}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.endpoint")
    private String endpoint;

    /**
     * Puts the bucket in the path of the URL ({@code https://host/bucket/key}) instead of the host name. Default:
     * {@code true} with an endpoint, else {@code false}. Example: {@code false}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.pathStyle")
    private String pathStyle;

    /**
     * Allows an {@code http} endpoint on another machine. Default: {@code false}. Example: {@code true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.allowInsecureEndpoint")
    private String allowInsecureEndpoint;

    /**
     * The account that must own the bucket (12 digits). If another account owns it, the server rejects every request.
     * Default: not checked. Example: {@code 123456789012}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.expectedBucketOwner")
    private String expectedBucketOwner;

    /**
     * Confirms that you pay for the requests, for a bucket whose owner does not. Default: {@code false}. Example:
     * {@code true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.requesterPays")
    private String requesterPays;

    /**
     * The {@code <id>} of a {@code <server>} in settings.xml. Its user name is the access key, its password the secret
     * key. The password may be encrypted. Default: none. Example: {@code s3-builds}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.serverId")
    private String serverId;

    /**
     * The AWS profile that credentials and region are read from. Default: {@code AWS_PROFILE}, else {@code default}.
     * Example: {@code ci}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.profile")
    private String profile;

    /**
     * The ARN of a role that the plugin assumes with the credentials found. Default: none. Example:
     * {@code arn:aws:iam::123456789012:role/publish-builds}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.roleArn")
    private String roleArn;

    /**
     * The external ID that the trust policy of the role requires. Default: none. Example: {@code acme-ci}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.roleExternalId")
    private String roleExternalId;

    /**
     * The session name of the role, as CloudTrail shows it. Default: {@code artifact-publisher}. Example:
     * {@code nightly}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.roleSessionName")
    private String roleSessionName;

    /**
     * The number of files that are uploaded at the same time, 1 to 64. Default: {@code 16}. Example: {@code 4}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.concurrency")
    private String concurrency;

    /**
     * The memory for data in transit, for all files together, at least {@code 10MiB}. Default: {@code 64MiB}. Example:
     * {@code 256MiB}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.memory")
    private String memory;

    /**
     * How long the plugin retries a request while the server is unavailable (connection refused or reset, no response,
     * 5xx, 429), from the first failure of the request. {@code 0} turns retries off. Default: {@code 3m}. Example:
     * {@code 10m}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.retryFor")
    private String retryFor;

    /**
     * How long the plugin waits for data from the server before an attempt fails, at least {@code 1s}. Raise it for a
     * slow network or a proxy that buffers. Default: {@code 30s}. Example: {@code 2m}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.requestTimeout")
    private String requestTimeout;

    /** Returns a log that is safe for text from outside. */
    @Override
    public Log getLog() {
        return new PrintableLog(super.getLog());
    }

    /** Returns the input of this goal. The environment variables are read here and nowhere else. */
    final GoalCall call(
            MavenSession session, MavenProject project, MojoExecution execution, SettingsDecrypter decrypter) {
        return new GoalCall(getLog(), session, project, execution, decrypter, configured(), System.getenv());
    }

    /**
     * Returns the parameters of this goal by property: {@code artifacts.} and the name of the field.
     *
     * @return for each a String, a File, a List of Strings or, for {@code selections}, of Maps; null if it is not set
     */
    Map<String, Object> configured() {
        return ConfiguredFields.of(this, AbstractMojo.class, "artifacts.");
    }
}
