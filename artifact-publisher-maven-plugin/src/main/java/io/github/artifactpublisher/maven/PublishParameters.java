package io.github.artifactpublisher.maven;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;

/** The parameters of the goals that publish or show what would be published. Holds them and does nothing. */
abstract class PublishParameters extends AbstractMojo {
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
     * ({@code AWS_REGION}, {@code AWS_DEFAULT_REGION}, profile, instance); {@code us-east-1} if an endpoint is set.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.region")
    private String region;

    /**
     * The URL of a server that speaks the S3 protocol, without the bucket, such as {@code https://s3.example.com}.
     * Default: {@code AWS_ENDPOINT_URL_S3}, {@code AWS_ENDPOINT_URL} or the AWS profile's endpoint, else Amazon S3.
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
     * {@link #pullRequests}; for a tag its name. Required if git's HEAD is not what the CI server names.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.branch")
    private String branch;

    /**
     * Where the set goes; with several paths the whole set goes to each. Placeholders: {@code {slug}}, {@code {owner}},
     * {@code {repo}}, {@code {branch}}, {@code {tag}}, {@code {commit}}, {@code {shortCommit}}, {@code {pullRequest}},
     * {@code {buildNumber}}, {@code {ref}} (as {@code {branch}}), {@code {date}}, {@code {yyyy}}, {@code {MM}},
     * {@code {dd}}, {@code {HH}} (of the commit, else of the publication; UTC), {@code {groupId}},
     * {@code {artifactId}}, {@code {version}}, and {@code {env.NAME}} for the names in {@link #environment}. A path
     * with {@code {commit}} is written once: the same files again are a success, others an error. Like the items of
     * every list, paths are separated by commas, colons or line breaks. Default: <code>
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
     * what may be code of a stranger; without it such a build fails. Also {@code merge_group} and {@code merge_train}:
     * without them the builds of merge queues are not published. Default: none.
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
     * How many files are sent at once, 1 to 64. One larger than {@link #multipartThreshold} is sent beside them,
     * several of its parts at once. Default: 16.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.concurrency")
    private String concurrency;

    /**
     * How much memory the bytes on their way may take, for all files together: {@code 64MiB}, {@code 1GiB}; at least 10
     * MiB. More of it keeps more parts of a large file under way, which helps on a network that is far. Default: 64
     * MiB.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.memory")
    private String memory;

    /**
     * Up to which size, as stored, an object is sent in one piece, so that its ETag is its MD5; a larger one is sent in
     * parts while it is still being compressed. 5 MiB to 5 GiB, and not more than half of {@link #memory}. Default: 16
     * MiB, or half of {@link #memory} if that is less.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.multipartThreshold")
    private String multipartThreshold;

    /**
     * How long a request is repeated while the server is away: it refuses or resets connections, does not answer in
     * time, or answers 5xx or 429. The time counts from the first failure of each request and bounds that request, not
     * the build. A failure that time does not heal, such as a certificate that is not trusted, is not repeated; an
     * unknown host name is tried four times. {@code 90s}, {@code 3m}, {@code PT3M}; {@code 0}: no request is repeated.
     * Default: {@code 3m}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.retryFor")
    private String retryFor;

    /**
     * How long the server may be silent before an attempt counts as failed. Raise it for slow lines: a proxy that
     * buffers says nothing until it has passed the whole part on. {@code 30s}, {@code 2m}, {@code PT2M}; at least
     * {@code 1s}. Default: {@code 30s}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.requestTimeout")
    private String requestTimeout;

    /**
     * Whether uploads carry a SHA-256 ({@code x-amz-checksum-sha256}) beside the Content-MD5: {@code auto} (until the
     * server refuses it) or {@code none}, for servers that fail in another way. Default: {@code auto}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.checksums")
    private String checksums;

    /**
     * How names become parts of keys: {@code raw} (as they are) or {@code encoded} (percent-encoded but for letters,
     * digits, {@code . _ -}; a branch becomes one segment, every name is legal and no two are the same). Default:
     * {@code raw}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.keys")
    private String keys;

    /**
     * The names of the environment variables that {@link #targetPaths} may use as {@code {env.NAME}}. Names that look
     * like a secret's are refused. Default: none.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.environment")
    private List<String> environment;

    /**
     * The AWS profile that credentials and region are read from. Default: {@code AWS_PROFILE}, else {@code default}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.profile")
    private String profile;

    /**
     * The ARN of a role to assume with the credentials that were found. Default: none.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.roleArn")
    private String roleArn;

    /**
     * The external id that the role's trust policy asks for. Default: none.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.roleExternalId")
    private String roleExternalId;

    /**
     * The name of the role's session in the account's records. Default: {@code artifact-publisher}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.roleSessionName")
    private String roleSessionName;

    /**
     * The server-side encryption: {@code AES256}, {@code aws:kms} or {@code aws:kms:dsse}. Default: the bucket's own.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.encryption")
    private String encryption;

    /**
     * The KMS key for the encryption, by id, ARN or alias. Default: the bucket's own.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.kmsKeyId")
    private String kmsKeyId;

    /**
     * The storage class, such as {@code STANDARD_IA}. Default: the bucket's own.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.storageClass")
    private String storageClass;

    /**
     * A canned ACL such as {@code bucket-owner-full-control}; {@code private}, which is what no ACL means, sends none.
     * Buckets whose owner is enforced refuse most others. Older variable: {@code ARTIFACTS_PERMISSIONS}. Default: none.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.acl")
    private String acl;

    /**
     * The Cache-Control of the objects. Default: none.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.cacheControl")
    private String cacheControl;

    /**
     * User metadata of the objects: {@code name=value}, separated by commas or line breaks. {@code sha256} (of the
     * file), {@code commit} and {@code build-url} are the plugin's own, and cannot be given here. Default: none.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.metadata")
    private String metadata;

    /**
     * Tags of the objects, as a lifecycle rule can use them: {@code name=value}, separated by commas or line breaks; at
     * most 10. Default: none.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.tags")
    private String tags;

    /**
     * The account number that must own the bucket, else nothing is sent. Default: not checked.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.expectedBucketOwner")
    private String expectedBucketOwner;

    /**
     * Whether the requester agrees to pay for the requests. Default: {@code false}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.requesterPays")
    private String requesterPays;

    /**
     * Whether the main and attached artifacts of the module are published. Default: {@code true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.attached")
    private String attached;

    /**
     * Selections of files that are stored each in a way of their own. Each {@code <selection>} has one of
     * {@code attached} (the main and attached artifacts), {@code includes}, {@code untracked} and {@code paths}; it may
     * have {@code excludes} and {@code base}; and how its files are stored, which is else as the properties of the same
     * names say: {@code contentType} (for objects that are not gzipped or that have a Content-Encoding: others are
     * {@code application/gzip}), {@code cacheControl}, {@code metadata}, {@code tags}, {@code gzip} and {@code level}.
     * Of two that find a file, the first counts, and all come before {@link #includes} and its like. In the POM only.
     * Default: none.
     *
     * @since 1.0.0
     */
    @Parameter
    private List<FileSelection> selections;

    /**
     * What {@link #includes} and its like are relative to: {@code module}, or {@code root}, the folder in which the
     * whole build was started. What is below the root is looked for when all modules have been built; modules that
     * select the same files there select them once, and what a module has selected for itself is stored as it says.
     * Default: {@code module}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.base")
    private String base;

    /**
     * Patterns of files to publish beside the artifacts, relative to {@link #base}: {@code target/*.log}, {@code docs/}
     * (everything below). They keep their path, which begins with that of the module in a build of several. A pattern
     * that matches nothing fails. Default: none.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.includes")
    private List<String> includes;

    /**
     * Patterns of files that are left out of what {@link #includes}, {@link #untracked}, {@link #paths} and
     * {@link #selections} find. Default: none.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.excludes")
    private List<String> excludes;

    /**
     * Whether all that git neither tracks nor ignores below {@link #base} is published. Default: {@code false}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.untracked")
    private String untracked;

    /**
     * Files and folders in the form of travis-ci/artifacts, separated by colons or line breaks, relative to
     * {@link #base}; {@code src/=>dest} puts what is below {@code src} under another name. Default: none.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.paths")
    private String paths;

    /**
     * Patterns of hidden files that {@link #includes} and its like may publish all the same. Default: none.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.allowHidden")
    private List<String> allowHidden;

    /**
     * Patterns of files whose names look like a secret's, such as {@code *.pem}, that {@link #includes} and its like
     * may publish all the same. Default: none.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.allowSecretLooking")
    private List<String> allowSecretLooking;

    /**
     * Patterns of folders with a git repository of their own that {@link #includes} and its like may publish all the
     * same. Default: none.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.allowNestedRepositories")
    private List<String> allowNestedRepositories;

    /**
     * How large all files of a set may be together before they are gzipped: {@code 50MB}, {@code 1GiB}. Default: no
     * limit.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.maxSize")
    private String maxSize;

    /**
     * How many files a set may have. Default: no limit.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.maxFiles")
    private String maxFiles;

    /**
     * Whether files are gzipped: {@code true} (even those that are compressed already) or {@code false} (none).
     * Default: all but {@code .gz}, {@code .tgz}, {@code .xz}, {@code .zst} and {@code .bz2}, if they are what their
     * names say.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.gzip")
    private String gzip;

    /**
     * The effort of gzip, 1 to 9. Default: 6.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.level")
    private String level;

    /**
     * Whether objects keep the names of their files and are stored with {@code Content-Encoding: gzip} and the
     * Content-Type of the file, for browsers and {@code curl --compressed}, in place of a name with {@code .gz}.
     * Default: {@code false}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.encodeContent")
    private String encodeContent;

    /**
     * Whether a run that builds only some of the modules ({@code -pl}, {@code -rf}, {@code -N}), or that ends before
     * some come to the goal, may publish; the set then has only their files. Default: {@code false}; such a run fails.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.allowPartial")
    private String allowPartial;

    /**
     * Whether each module publishes what it has made as a set of its own, as soon as it has come to the goal: below
     * <code>/{artifactId}</code>, unless {@link #targetPaths} names that already. What is published stays if a later
     * module fails, and {@code -pl} and {@code -rf} are no partial runs. Default: {@code false}; the modules are one
     * set, published when the last one has passed.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.perModule")
    private String perModule;

    /**
     * What becomes of a build that fails: {@code nothing}, or {@code reports}: the reports of surefire and failsafe,
     * logs and dumps below the {@code target} folders of all modules are published below {@code /failed/BUILD} of each
     * target, with a manifest of their own; BUILD is the build's number, and where each workflow or job has numbers of
     * its own, what tells it from others. What is older than the build is left out; so is what the guard refuses, which
     * a warning names. The limits are those for outputs. It stays the build's own failure that counts; that the reports
     * cannot be published is a warning. Only what fails after the goal {@code watch} or {@code publish} has run in some
     * module is seen. Default: {@code nothing}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.onFailure")
    private String onFailure;

    /**
     * Where the objects of a set go below its prefix. {@code in-place}: {@code PREFIX/app.jar.gz}, an address that
     * stays the same; while a build replaces objects, or if it is killed in between, they are not what the manifest
     * says, and two builds at once can replace each other's: only where the bucket keeps versions (the manifest names
     * them) is the older set still whole. {@code by-build}: what is sent goes to {@code PREFIX/builds/ID/app.jar.gz},
     * an ID for each publication, and what is unchanged stays where it was; the manifest says where. So a set stays
     * whole until its manifest is replaced and after that, whatever else happens. Example: {@code by-build}. Default:
     * {@code in-place}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.layout")
    private String layout;

    /**
     * Whether all files are sent, unchanged ones too, and a manifest that cannot be understood is replaced. Example:
     * {@code -Dartifacts.force}. Default: {@code false}: a file whose content and form are those of the previous
     * manifest, and whose object stands, is neither gzipped nor sent.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.force")
    private String force;

    /**
     * Whether a newer build's set may be replaced, as for a roll-back. Example: {@code -Dartifacts.allowOlder}.
     * Default: {@code false}: a build older than the one whose set stands (by the CI server's count of builds, else by
     * the time of the commit, else by its ancestry) leaves it as it is and ends well.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.allowOlder")
    private String allowOlder;

    /**
     * Whether objects that the previous manifest names, and the new one does not, are deleted when it has been written;
     * in the layout {@code by-build} also what builds that failed have left, after seven days. Nothing else is deleted,
     * and nothing before. Example: {@code -Dartifacts.clean}. Default: {@code false}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.clean")
    private String clean;

    /**
     * Whether a build outside CI may publish while tracked files differ from git's HEAD, whose commit the set is named
     * by. Files that are not tracked do not count. The manifest then says {@code "dirty": true}, as it does in CI,
     * where such a build is published and the log says so. Example: {@code -Dartifacts.allowDirty}. Default:
     * {@code false}.
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
