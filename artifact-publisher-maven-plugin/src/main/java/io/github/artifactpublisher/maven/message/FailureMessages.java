package io.github.artifactpublisher.maven.message;

import io.github.artifactpublisher.ci.CiValueException;
import io.github.artifactpublisher.concurrent.InterruptedOperationException;
import io.github.artifactpublisher.integrity.IntegrityException;
import io.github.artifactpublisher.layout.KeyException;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.layout.TemplateException;
import io.github.artifactpublisher.maven.settings.SettingException;
import io.github.artifactpublisher.outputs.SelectionException;
import io.github.artifactpublisher.publish.ConflictException;
import io.github.artifactpublisher.publish.ImmutableException;
import io.github.artifactpublisher.publish.ManifestException;
import io.github.artifactpublisher.publish.MemoryException;
import io.github.artifactpublisher.publish.NotCheckedException;
import io.github.artifactpublisher.publish.PlanException;
import io.github.artifactpublisher.publish.SharedPathException;
import io.github.artifactpublisher.publish.UncertainManifestException;
import io.github.artifactpublisher.store.ListingException;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Facts;
import io.github.artifactpublisher.text.ByteSize;
import io.github.artifactpublisher.text.Quoted;
import io.github.artifactpublisher.text.Sourced;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Makes all sentences of all failures: what failed, where, what to do next. The exceptions of the rooms below carry
 * facts and no advice.
 */
public final class FailureMessages {
    private FailureMessages() {}

    /** The sentence for a failure that the user can mend; empty for one that is a fault of this plugin. */
    public static Optional<String> of(RuntimeException e) {
        if (e instanceof StoreException store) {
            return Optional.of(store(store));
        } else if (e instanceof SettingException setting) {
            return Optional.of(setting.setting() + " " + setting.reason() + ". " + setting.advice());
        } else if (e instanceof IntegrityException integrity) {
            return Optional.of(integrity(integrity));
        } else if (e instanceof ManifestException manifest) {
            return Optional.of(PublishFailureMessages.of(manifest));
        } else if (e instanceof SharedPathException shared) {
            return Optional.of(PublishFailureMessages.of(shared));
        } else if (e instanceof ImmutableException immutable) {
            return Optional.of(PublishFailureMessages.of(immutable));
        } else if (e instanceof UncertainManifestException uncertain) {
            return Optional.of(PublishFailureMessages.of(uncertain));
        } else if (e instanceof NotCheckedException unchecked) {
            return Optional.of(PublishFailureMessages.of(unchecked));
        } else if (e instanceof ListingException listing) {
            return Optional.of(PublishFailureMessages.of(listing));
        } else if (e instanceof ConflictException conflict) {
            return Optional.of(PublishFailureMessages.of(conflict));
        } else if (e instanceof PlanException plan) {
            return Optional.of(plan(plan));
        } else if (e instanceof MemoryException memory) {
            return Optional.of(memory(memory));
        } else if (e instanceof SelectionException selection) {
            return Optional.of(SelectionMessages.of(selection));
        } else if (e instanceof KeyException key) {
            return Optional.of(key(key));
        } else if (e instanceof TemplateException template) {
            return Optional.of(template(template));
        } else if (e instanceof CiValueException value) {
            return Optional.of(value.variable() + " has a value that cannot be used: " + value.reason()
                    + " Correct or unset it; artifacts.slug and artifacts.branch can then say what it said.");
        } else if (e instanceof UntrustedTriggerException untrusted) {
            return Optional.of(untrusted(untrusted.trigger()));
        } else if (e instanceof HeadMismatchException contradiction) {
            return Optional.of(IdentityMessages.contradiction(contradiction.mismatch()));
        } else if (e instanceof InterruptedOperationException) {
            return Optional.of("The publication was interrupted before it was complete. Run mvn deploy again.");
        }
        return Optional.empty();
    }

    /**
     * What Maven is to be told of a failure, in one line. The cause goes with it as a suppressed exception, for
     * {@code mvn -e}: Maven would append the words of a real cause to the sentence.
     *
     * @throws RuntimeException the exception itself, fit to print, if it is a fault of this plugin
     */
    public static MojoFailureException failure(RuntimeException e) {
        String sentence = of(e).orElseThrow(() -> PrintableException.unchecked(e));
        MojoFailureException failure = new MojoFailureException(Quoted.line(sentence));
        failure.addSuppressed(PrintableException.of(e));
        return failure;
    }

    private static String untrusted(Sourced<String> trigger) {
        return "This build was started by '" + trigger.value() + "' (" + trigger.source()
                + "), which runs with the repository's secrets while it may have checked out code of a stranger; nothing was"
                + " published. If this workflow checks out trusted code only, set artifacts.trustedTriggers="
                + trigger.value() + ".";
    }

    private static String store(StoreException e) {
        Facts facts = e.facts();
        String where = " at " + facts.location() + " (" + facts.endpoint() + ")";
        String server = serverSaid(facts);
        return switch (e.kind()) {
            case NO_SUCH_BUCKET ->
                "The bucket " + bucket(facts) + " does not exist (" + facts.endpoint() + ")"
                        + ". Correct artifacts.bucket, artifacts.region or"
                        + " artifacts.endpoint, or create the bucket: this plugin never does." + server;
            case ACCESS_DENIED ->
                facts.action() + " was denied" + where + ". Allow the credentials " + permission(facts) + "." + server;
            case BAD_CREDENTIALS ->
                "The credentials were not accepted" + where
                        + ". Check the access key, the secret key and the session token." + server;
            case EXPIRED_CREDENTIALS ->
                "The credentials have expired" + where + ". Renew them, or let them live for longer than the build."
                        + server;
            case NO_CREDENTIALS ->
                "No credentials were found for " + facts.endpoint()
                        + ". Set ARTIFACTS_KEY and ARTIFACTS_SECRET, or artifacts.serverId, or give the build an AWS profile or"
                        + " role; mvn -e shows where the AWS SDK has looked.";
            case NO_PROFILE ->
                "The AWS profile '" + Quoted.text(facts.message().orElse("")) + "' ("
                        + facts.expected().orElse("AWS_PROFILE")
                        + ") does not exist, and nothing else has credentials for " + facts.endpoint()
                        + ". Correct the name, or the files that AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE name;"
                        + " mvn -e shows where the AWS SDK has looked.";
            case TOKEN_REFUSED ->
                "The session token was not accepted" + where + ". It is that of "
                        + facts.expected().orElse("the credentials")
                        + ": if the access key is a permanent one, unset it; else renew key, secret and token together."
                        + server;
            case REDIRECTED ->
                "The server redirects " + facts.action() + where
                        + facts.expected().map(other -> " to " + other).orElse("")
                        + ". A signed request is not sent to another server. "
                        + facts.expected()
                                .map(right -> "Set artifacts.endpoint=" + right + ".")
                                .orElse("Correct artifacts.endpoint or artifacts.region.")
                        + server;
            case NO_REGION ->
                "No region was found. Set artifacts.region, ARTIFACTS_REGION or AWS_REGION to the region of the"
                        + " bucket.";
            case UNKNOWN_REGION ->
                "The region '" + facts.message().orElse("")
                        + "' of artifacts.region is not one of Amazon's. Correct it; for a region newer than this plugin set"
                        + " artifacts.endpoint=https://s3." + facts.message().orElse("REGION")
                        + ".amazonaws.com as well.";
            case BAD_AWS_SETTING ->
                "The AWS SDK cannot work with what it reads by itself for " + facts.endpoint() + ": "
                        + Quoted.text(facts.message().orElse("").replaceFirst("\\.$", ""))
                        + ". Correct or unset AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_S3 and the other AWS_ variables, the aws."
                        + " properties of MAVEN_OPTS and the AWS profile, or name another server by artifacts.endpoint.";
            case BAD_CA_BUNDLE ->
                facts.endpoint() + " names the file of certificates '" + facts.location() + "', and "
                        + facts.message().orElse("it cannot be used") + ". Correct or unset " + facts.endpoint() + ".";
            case BAD_PROXY -> facts.endpoint() + " " + facts.message().orElse("") + ". Correct or unset it.";
            case UNTRUSTED_SERVER ->
                "The server's certificate is not trusted" + where + ". Trusted are the certificates of "
                        + facts.expected().orElse("the JVM's trust store")
                        + ". Give that of its issuer by AWS_CA_BUNDLE=FILE, a file of PEM certificates, or by"
                        + " MAVEN_OPTS=-Djavax.net.ssl.trustStore=FILE." + server;
            case WRONG_SERVER_NAME ->
                "The server's certificate is for another host name" + where
                        + ". Correct the endpoint, or, if the certificate has the name without the bucket, set"
                        + " artifacts.pathStyle=true." + server;
            case WRONG_REGION ->
                "The bucket is in another region" + where + ". "
                        + facts.expected()
                                .map(region -> "Set artifacts.region=" + region + ".")
                                .orElse("Set artifacts.region to the bucket's region.")
                        + server;
            case CLOCK_SKEWED ->
                "The server refused the time of the request" + where + ". Set the clock of this machine." + server;
            case UNREACHABLE ->
                "No answer from " + facts.endpoint() + " for " + facts.location()
                        + ". Check artifacts.endpoint and artifacts.region, the network, and the proxy (<proxies> of settings.xml,"
                        + " HTTPS_PROXY, NO_PROXY). If the server is only away or slow, raise artifacts.retryFor or"
                        + " artifacts.requestTimeout."
                        + server;
            case NOT_S3 ->
                "The server at " + facts.endpoint() + " does not answer " + facts.action() + " of " + facts.location()
                        + " as an S3 server does. Set artifacts.endpoint to the URL of the S3 API: a web console or"
                        + " another service often has another port. If a proxy is in use, check that it lets this host pass."
                        + server;
            case PROXY_DENIED ->
                "The HTTP proxy did not let " + facts.action() + " pass" + where
                        + ". Give its user name and password in the <proxies> of settings.xml, or name the host in <nonProxyHosts>."
                        + server;
            case BODY_DAMAGED ->
                "The server received other bytes than were sent" + where
                        + ". Something on the way changes them: check proxies." + server;
            case READ_DAMAGED ->
                "The bytes read from " + facts.location() + " (" + facts.endpoint()
                        + ") are not those that the server says it has, in several reads. Something on the way changes"
                        + " answers: check proxies and caches. If the object itself is damaged, delete it and run mvn deploy"
                        + " again." + server;
            case READ_TOO_LARGE ->
                "The object " + facts.location() + " (" + facts.endpoint()
                        + ") is too large to be read, so it is no file of"
                        + " this plugin. Delete it, or publish to another path (artifacts.targetPaths)." + server;
            case TOO_LARGE ->
                "The object is too large for the server" + where + ". Amazon S3 takes up to 5 TiB." + server;
            case UNSUPPORTED ->
                "The server does not support " + facts.action() + " as this plugin sends it" + where + "." + server;
            case PRECONDITION_FAILED ->
                "Something else stands than was expected" + where + ". Run mvn deploy again." + server;
            case CONFLICT ->
                "Another program writes the same object" + where
                        + ". Let one build at a time publish there, and run mvn deploy again." + server;
            case SERVER_FAILED ->
                "The server went on failing" + where + ". Run mvn deploy again later, or raise artifacts.retryFor."
                        + server;
            case REFUSED -> facts.action() + " failed" + where + "." + server;
        };
    }

    /** The server's own words, for whoever has to look further; some servers send no message or no code. */
    private static String serverSaid(Facts facts) {
        String said = Stream.of(
                        facts.status().map(status -> "status " + status),
                        facts.code(),
                        facts.message(),
                        facts.requestId().map(id -> "request " + id))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? "" : " (" + said + ")";
    }

    private static String bucket(Facts facts) {
        return facts.location().replaceFirst("s3://([^/]*)/.*", "$1");
    }

    private static final Pattern MISSING_PERMISSION =
            Pattern.compile("not authorized to perform: (s[3t]s?:[A-Za-z]+)(?: on resource: \"([^\"\\s]+)\")?");

    /**
     * As the server says it; else that of the action. S3 answers 403 for what does not exist to those who may not list.
     */
    private static String permission(Facts facts) {
        Matcher said = MISSING_PERMISSION.matcher(facts.message().orElse(""));
        if (said.find()) {
            return said.group(1) + " on "
                    + Quoted.text(Optional.ofNullable(said.group(2)).orElse(facts.location()));
        }
        String usual = permission(facts.action()) + " on " + facts.location();
        return facts.action().equals("GetObject") || facts.action().equals("HeadObject")
                ? usual + " and s3:ListBucket for the bucket, without which S3 answers so for what does not exist, too"
                : usual;
    }

    private static String permission(String action) {
        return switch (action) {
            case "HeadObject" -> "s3:GetObject";
            case "ListObjectsV2" -> "s3:ListBucket";
            case "DeleteObjects" -> "s3:DeleteObject";
            case "CopyObject" -> "s3:GetObject and s3:PutObject";
            case "CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload" -> "s3:PutObject";
            case "AssumeRole" -> "sts:AssumeRole";
            default -> "s3:" + action;
        };
    }

    private static String integrity(IntegrityException e) {
        return "What the server has is not what was sent, twice: " + e.file() + " at " + e.location() + ", "
                + e.mismatch() + ". "
                + switch (e.manifest()) {
                    case NOT_WRITTEN -> "The manifest was not written.";
                    case WRITTEN -> "The manifest stands, and its set is not whole until this is right.";
                    case UNCERTAIN -> "Which manifest stands there, and whether it is whole, is not certain.";
                }
                + " Look for a proxy or server that changes bodies, and run mvn deploy again.";
    }

    private static String plan(PlanException e) {
        String files = e.files().stream().map(Path::toString).collect(Collectors.joining(" and "));
        return switch (e.fault()) {
            case SAME_NAME ->
                "Two files would become the same object " + e.name() + ": " + files
                        + ". Give one another name, as by a=>b in artifacts.paths; if they are artifacts, set artifacts.names=coordinates.";
            case RESERVED_NAME ->
                files + " would become " + e.name() + ", which is a file of the set itself. Give it another name.";
            case NO_REGULAR_FILE ->
                files + " is to be published as " + e.name() + " and is not a file. Build it before the deploy phase.";
            case UNREADABLE ->
                files + " cannot be read. Check its permissions."
                        + Optional.ofNullable(e.getCause())
                                .map(cause -> " (" + cause + ")")
                                .orElse("");
            case CHANGED -> files + " changed while it was published. Let nothing write to it in the deploy phase.";
        };
    }

    private static String memory(MemoryException e) {
        return e.file() + " is so large that a part of it does not fit artifacts.memory, which is "
                + ByteSize.format(e.memory()) + "; nothing was sent. Set artifacts.memory to at least " + e.needed()
                + " (" + ByteSize.format(e.needed()) + ").";
    }

    /** The warning that parts of an object which failed could not be removed. */
    static String partsLeft(ObjectKey key, RuntimeException cause) {
        return "Parts of " + key + " that were sent are left in the store, which could not be told to forget them"
                + " and may bill them: give the bucket a lifecycle rule that aborts incomplete multipart uploads. ("
                + of(cause).orElseGet(cause::toString) + ")";
    }

    /**
     * The warning that a build has failed before anything was sent.
     *
     * @param modules those that failed, if it was one
     */
    public static String nothingPublished(List<String> modules) {
        return "Nothing is published, because the build has failed"
                + (modules.isEmpty() ? "." : " in " + String.join(", ", modules) + ".");
    }

    /** The warning that a failed build's reports could not be published, whatever the reason. */
    public static String reportsNotPublished(RuntimeException cause) {
        return "The reports of this build are not published. " + of(cause).orElseGet(cause::toString);
    }

    private static String key(KeyException e) {
        return "The object key '" + e.text() + "' " + e.reason()
                + ". Change artifacts.targetPaths, artifacts.branch or the file's name.";
    }

    private static String template(TemplateException e) {
        String where = "artifacts.targetPaths is '" + e.template() + "'";
        return switch (e.fault()) {
            case UNKNOWN_PLACEHOLDER ->
                where + ", and {" + e.placeholder() + "} is not known. Use one of " + braced(e) + ".";
            case NO_VALUE ->
                where + ", and nothing says what {" + e.placeholder() + "} is in this build. "
                        + adviceForMissing(e.placeholder());
            case UNBALANCED_BRACE ->
                where + ", which has a brace without its counterpart. Placeholders are " + braced(e) + ".";
        };
    }

    private static String braced(TemplateException e) {
        return e.known().stream().map(name -> "{" + name + "}").collect(Collectors.joining(", "));
    }

    private static String adviceForMissing(String placeholder) {
        return switch (placeholder) {
            case "slug", "owner", "repo" ->
                "Set artifacts.slug=OWNER/REPOSITORY: no variable of a CI server that this plugin"
                        + " knows names the repository, nor, where no CI server runs, a git remote called origin.";
            case "branch" ->
                "Set artifacts.branch: no variable of a CI server that this plugin knows names a branch, nor, where"
                        + " no CI server runs, does git's HEAD.";
            default -> "Leave it out of the path, or build where it is known.";
        };
    }
}
