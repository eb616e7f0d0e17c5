package io.github.artifactpublisher.maven;

import io.github.artifactpublisher.maven.settings.SelectionParameter;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;

/** The parameters of the goals that publish a set or show what would be published. */
@SuppressWarnings("unused") // ConfiguredFields reads the fields.
public abstract class PublishParameters extends SetParameters {
    /**
     * {@code true} in the POM of a module leaves out that module. With {@code -D} or {@code ARTIFACTS_SKIP}, nothing is
     * published. Default: {@code false}. Example: {@code true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.skip")
    private String skip;

    /**
     * Checks the settings, their names and the bucket at the start of the build, with the goal {@code check}. Default:
     * {@code true}. Example: {@code false}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.check")
    private String check;

    /**
     * How published artifacts are named: {@code file} (as the file that was built) or {@code coordinates}
     * ({@code artifactId-version[-classifier].extension}). Default: {@code file}. Example: {@code coordinates}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.names")
    private String names;

    /**
     * The result if no module has a file to publish: {@code fail}, {@code warn} or {@code ignore}. Default:
     * {@code fail}. Example: {@code warn}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.ifEmpty")
    private String ifEmpty;

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
     * Whether uploads carry a SHA-256 header in addition to Content-MD5: {@code auto} (until the server rejects it) or
     * {@code none}. Default: {@code auto}. Example: {@code none}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.checksums")
    private String checksums;

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
    private List<SelectionParameter> selections;

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
     * The files that a failed build publishes: {@code nothing}, or {@code reports}: test reports, logs and dumps, below
     * {@code failed/BUILD/}. Default: {@code nothing}. Example: {@code reports}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "artifacts.onFailure")
    private String onFailure;

    /**
     * The location of the objects below the prefix: {@code in-place} ({@code PREFIX/app.jar.gz}) or {@code by-build}
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
     * Deletes objects that the previous manifest lists and the new one does not, after the new manifest is written.
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

    @Override
    final Map<String, Object> configured() {
        Map<String, Object> configured = super.configured();
        configured.put("artifacts.selections", SelectionParameter.configured(selections));
        return configured;
    }
}
