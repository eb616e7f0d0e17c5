package io.github.artifactpublisher.maven;

import io.github.artifactpublisher.maven.message.PrintableLog;
import io.github.artifactpublisher.maven.settings.FileSelection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;

/** The parameters of the goals that publish or show what would be published. Holds them and does nothing. */
public abstract class PublishParameters extends AbstractMojo {
    /**
     * Leaves the module out. With {@code -D}, nothing is published. Default: {@code false}. Example: {@code true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.skip")
    private String skip;

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
     * Puts the bucket in the path of the URL ({@code https://host/bucket/key}) in place of the host name. Default:
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
     * The {@code <id>} of a {@code <server>} in settings.xml. Its user name is the access key, its password the secret
     * key. The password may be encrypted. Default: none. Example: {@code s3-builds}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.serverId")
    private String serverId;

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
     * Where a pull request of the same repository goes: {@code branch} (the path of its source branch), {@code number}
     * ({@code pull/NUMBER} in place of the branch) or {@code skip} (not published). A pull request from a fork is never
     * published. Default: {@code branch}. Example: {@code number}.
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
     * How published artifacts are named: {@code file} (as the file that was built) or {@code coordinates}
     * ({@code artifactId-version[-classifier].extension}). Default: {@code file}. Example: {@code coordinates}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.names")
    private String names;

    /**
     * What happens if no module has a file to publish: {@code fail}, {@code warn} or {@code ignore}. Default:
     * {@code fail}. Example: {@code warn}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.ifEmpty")
    private String ifEmpty;

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
     * Objects above this size, as stored, are uploaded in parts: {@code 5MiB} to {@code 5GiB}, and at most half of
     * {@code artifacts.memory}. Default: {@code 16MiB}, or half of {@code artifacts.memory} if that is less. Example:
     * {@code 8MiB}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.multipartThreshold")
    private String multipartThreshold;

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

    /**
     * Whether uploads carry a SHA-256 header in addition to Content-MD5: {@code auto} (until the server rejects it) or
     * {@code none}. Default: {@code auto}. Example: {@code none}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.checksums")
    private String checksums;

    /**
     * How names become parts of keys: {@code raw} (unchanged) or {@code encoded} (percent-encoded; a branch such as
     * {@code feature/x} becomes one segment). Default: {@code raw}. Example: {@code encoded}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.keys")
    private String keys;

    /**
     * Names of environment variables that {@code artifacts.targetPaths} may use as {@code {env.NAME}}. A name that
     * looks like that of a secret fails the build. Default: none. Example: {@code JDK}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.environment")
    private List<String> environment;

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
     * The server-side encryption: {@code AES256}, {@code aws:kms} or {@code aws:kms:dsse}. Default: the bucket's
     * encryption. Example: {@code aws:kms}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.encryption")
    private String encryption;

    /**
     * The KMS key, by ID, ARN or alias. Requires {@code artifacts.encryption}. Default: the bucket's key. Example:
     * {@code alias/builds}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.kmsKeyId")
    private String kmsKeyId;

    /**
     * The storage class of the objects. Default: the server's default. Example: {@code STANDARD_IA}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.storageClass")
    private String storageClass;

    /**
     * A canned ACL. For {@code private} no ACL is sent. Buckets with ACLs disabled reject most others. Default: none.
     * Example: {@code bucket-owner-full-control}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.acl")
    private String acl;

    /**
     * The Cache-Control header of the objects. Default: none. Example: {@code max-age=3600}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.cacheControl")
    private String cacheControl;

    /**
     * User metadata of the objects: pairs {@code name=value}, separated by commas or line breaks. The plugin sets
     * {@code sha256}, {@code commit} and {@code build-url} itself. Default: none. Example:
     * {@code team=platform,stage=test}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.metadata")
    private String metadata;

    /**
     * Tags of the objects: at most 10 pairs {@code name=value}, separated by commas or line breaks. Default: none.
     * Example: {@code retention=30d}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.tags")
    private String tags;

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
     * Publishes the main artifact and the attached artifacts of the module. Default: {@code true}. Example:
     * {@code false}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.attached")
    private String attached;

    /**
     * Files with a Content-Type, headers, metadata, tags or gzip of their own. Can be set in the POM only. Default:
     * none.
     *
     * @since 1.0.0
     */
    @Parameter
    private List<FileSelection> selections;

    /**
     * The folder that patterns and paths are relative to: {@code module}, or {@code root}, the folder in which Maven
     * was started. Default: {@code module}. Example: {@code root}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.base")
    private String base;

    /**
     * Patterns of more files to publish, relative to {@code artifacts.base}. Each file keeps its path. A pattern that
     * matches no file fails the build. Default: none. Example: {@code target/*.log}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.includes")
    private List<String> includes;

    /**
     * Patterns of files that {@code includes}, {@code untracked}, {@code paths} and the selections leave out. Default:
     * none. Example: {@code docs/drafts/}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.excludes")
    private List<String> excludes;

    /**
     * Publishes all files below {@code artifacts.base} that git neither tracks nor ignores. Default: {@code false}.
     * Example: {@code true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.untracked")
    private String untracked;

    /**
     * Files and folders to publish, relative to {@code artifacts.base}, separated by colons or line breaks. {@code =>}
     * gives a file or folder another name. A path that does not exist fails the build. Default: none. Example:
     * {@code target/site/=>site}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.paths")
    private String paths;

    /**
     * Patterns of hidden files that may be published. All others fail the build if they are selected. Default: none.
     * Example: {@code .well-known/}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.allowHidden")
    private List<String> allowHidden;

    /**
     * Patterns of files that may be published although their names look like those of secrets, such as {@code *.pem}.
     * All others fail the build if they are selected. Default: none. Example: {@code src/test/resources/test.pem}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.allowSecretLooking")
    private List<String> allowSecretLooking;

    /**
     * Patterns of files that may be published although they are in a nested git repository. All others fail the build
     * if they are selected. Default: none. Example: {@code vendor/}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.allowNestedRepositories")
    private List<String> allowNestedRepositories;

    /**
     * The largest total size of the files of a set, before compression. A larger set fails the build before the upload.
     * Default: no limit. Example: {@code 500MB}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.maxSize")
    private String maxSize;

    /**
     * The largest number of files in a set. A larger set fails the build before the upload. Default: no limit. Example:
     * {@code 1000}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.maxFiles")
    private String maxFiles;

    /**
     * Whether files are gzipped: {@code true} (all) or {@code false} (none). Default: all files that are not compressed
     * already. Example: {@code false}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.gzip")
    private String gzip;

    /**
     * The gzip level, 1 to 9. Default: {@code 6}. Example: {@code 9}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.level")
    private String level;

    /**
     * Keeps the names of the files and sets {@code Content-Encoding: gzip}, so that browsers unpack them. Otherwise
     * {@code .gz} is appended to the name. Default: {@code false}. Example: {@code true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.encodeContent")
    private String encodeContent;

    /**
     * Lets a run that builds only some modules ({@code -pl}, {@code -rf}, {@code -N}, or an earlier phase) publish a
     * set with only their files. Such a run fails otherwise. Default: {@code false}. Example: {@code true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.allowPartial")
    private String allowPartial;

    /**
     * Publishes each module as a set of its own, below its artifactId, as soon as the module reaches the goal. Default:
     * {@code false}. Example: {@code true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.perModule")
    private String perModule;

    /**
     * What a failed build publishes: {@code nothing}, or {@code reports}: test reports, logs and dumps, below
     * {@code failed/BUILD/}. Default: {@code nothing}. Example: {@code reports}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.onFailure")
    private String onFailure;

    /**
     * Where the objects are below the prefix: {@code in-place} ({@code PREFIX/app.jar.gz}) or {@code by-build}
     * ({@code PREFIX/builds/ID/app.jar.gz}). With {@code by-build}, no build overwrites the objects of another.
     * Default: {@code in-place}. Example: {@code by-build}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.layout")
    private String layout;

    /**
     * Uploads unchanged files, too, and replaces a manifest that the plugin cannot read. Default: {@code false}.
     * Example: {@code true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.force")
    private String force;

    /**
     * Lets an older build replace the set of a newer build, for a roll-back. Default: {@code false}. Example:
     * {@code true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.allowOlder")
    private String allowOlder;

    /**
     * Deletes objects that the previous manifest names and the new one does not, after the new manifest is written.
     * With the layout {@code by-build}, also deletes what failed builds left more than seven days ago. Default:
     * {@code false}. Example: {@code true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.clean")
    private String clean;

    /**
     * Lets a build outside CI publish while tracked files differ from git's HEAD. Default: {@code false}. Example:
     * {@code true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.allowDirty")
    private String allowDirty;

    /** The log of all that the goals do: what they say holds text from outside. */
    @Override
    public Log getLog() {
        return new PrintableLog(super.getLog());
    }

    /**
     * The parameters by their properties: a String, a List of Strings or, of {@link #selections}, of their kind, or
     * null where neither POM nor {@code -D} says one.
     */
    final Map<String, Object> configured() {
        Map<String, Object> configured = new LinkedHashMap<>();
        configured.put("artifacts.skip", skip);
        configured.put("artifacts.bucket", bucket);
        configured.put("artifacts.region", region);
        configured.put("artifacts.endpoint", endpoint);
        configured.put("artifacts.pathStyle", pathStyle);
        configured.put("artifacts.allowInsecureEndpoint", allowInsecureEndpoint);
        configured.put("artifacts.serverId", serverId);
        configured.put("artifacts.slug", slug);
        configured.put("artifacts.branch", branch);
        configured.put("artifacts.targetPaths", targetPaths);
        configured.put("artifacts.pullRequests", pullRequests);
        configured.put("artifacts.trustedTriggers", trustedTriggers);
        configured.put("artifacts.names", names);
        configured.put("artifacts.ifEmpty", ifEmpty);
        configured.put("artifacts.concurrency", concurrency);
        configured.put("artifacts.memory", memory);
        configured.put("artifacts.multipartThreshold", multipartThreshold);
        configured.put("artifacts.retryFor", retryFor);
        configured.put("artifacts.requestTimeout", requestTimeout);
        configured.put("artifacts.checksums", checksums);
        configured.put("artifacts.keys", keys);
        configured.put("artifacts.environment", environment);
        configured.put("artifacts.profile", profile);
        configured.put("artifacts.roleArn", roleArn);
        configured.put("artifacts.roleExternalId", roleExternalId);
        configured.put("artifacts.roleSessionName", roleSessionName);
        configured.put("artifacts.encryption", encryption);
        configured.put("artifacts.kmsKeyId", kmsKeyId);
        configured.put("artifacts.storageClass", storageClass);
        configured.put("artifacts.acl", acl);
        configured.put("artifacts.cacheControl", cacheControl);
        configured.put("artifacts.metadata", metadata);
        configured.put("artifacts.tags", tags);
        configured.put("artifacts.expectedBucketOwner", expectedBucketOwner);
        configured.put("artifacts.requesterPays", requesterPays);
        configured.put("artifacts.attached", attached);
        configured.put("artifacts.selections", FileSelection.configured(selections));
        configured.put("artifacts.base", base);
        configured.put("artifacts.includes", includes);
        configured.put("artifacts.excludes", excludes);
        configured.put("artifacts.untracked", untracked);
        configured.put("artifacts.paths", paths);
        configured.put("artifacts.allowHidden", allowHidden);
        configured.put("artifacts.allowSecretLooking", allowSecretLooking);
        configured.put("artifacts.allowNestedRepositories", allowNestedRepositories);
        configured.put("artifacts.maxSize", maxSize);
        configured.put("artifacts.maxFiles", maxFiles);
        configured.put("artifacts.gzip", gzip);
        configured.put("artifacts.level", level);
        configured.put("artifacts.encodeContent", encodeContent);
        configured.put("artifacts.allowPartial", allowPartial);
        configured.put("artifacts.perModule", perModule);
        configured.put("artifacts.onFailure", onFailure);
        configured.put("artifacts.layout", layout);
        configured.put("artifacts.force", force);
        configured.put("artifacts.allowOlder", allowOlder);
        configured.put("artifacts.clean", clean);
        configured.put("artifacts.allowDirty", allowDirty);
        return configured;
    }
}
