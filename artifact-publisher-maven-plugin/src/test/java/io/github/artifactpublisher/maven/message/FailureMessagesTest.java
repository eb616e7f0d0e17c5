package io.github.artifactpublisher.maven.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.ci.CiDetection;
import io.github.artifactpublisher.ci.CiFiles;
import io.github.artifactpublisher.ci.CiValueException;
import io.github.artifactpublisher.git.GitView;
import io.github.artifactpublisher.layout.KeyException;
import io.github.artifactpublisher.layout.KeyMode;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.KeyTemplate;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.layout.Placeholders;
import io.github.artifactpublisher.layout.TemplateException;
import io.github.artifactpublisher.maven.settings.SettingException;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.publish.ConflictException;
import io.github.artifactpublisher.publish.MemoryException;
import io.github.artifactpublisher.publish.Plan;
import io.github.artifactpublisher.publish.PlanException;
import io.github.artifactpublisher.publish.PublishFailures;
import io.github.artifactpublisher.publish.TestOptions;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Facts;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.text.Sourced;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every sentence says what failed, where, and what to do next. */
class FailureMessagesTest {
    private static final Facts FACTS = new Facts(
            "PutObject",
            "s3://builds/a/key",
            "https://s3.example.com",
            Optional.of(403),
            Optional.of("Code"),
            Optional.of("the server's words"),
            Optional.of("R1"),
            Optional.empty());

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "NO_SUCH_BUCKET",
                "NO_REGION",
                "UNKNOWN_REGION",
                "BAD_AWS_SETTING",
                "BAD_CA_BUNDLE",
                "BAD_PROXY",
                "NO_PROFILE",
                "NO_CREDENTIALS"
            })
    void whatTheServerSaidAndWhereIsInTheSentence(Kind kind) {
        assertThat(sentence(new StoreException(kind, FACTS, null)))
                .contains("s3://builds/a/key")
                .contains("https://s3.example.com")
                .endsWith(" (status 403, Code, the server's words, request R1)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NO_SUCH_BUCKET | The bucket builds does not exist (https://s3.example.com). Correct artifacts.bucket, artifacts.region or artifacts.endpoint, or create the bucket: this plugin never does.",
                "ACCESS_DENIED | PutObject was denied at s3://builds/a/key (https://s3.example.com). Allow the credentials s3:PutObject on s3://builds/a/key.",
                "BAD_CREDENTIALS | The credentials were not accepted at s3://builds/a/key (https://s3.example.com). Check the access key, the secret key and the session token.",
                "EXPIRED_CREDENTIALS | The credentials have expired at s3://builds/a/key (https://s3.example.com). Renew them, or let them live for longer than the build.",
                "NO_CREDENTIALS | No credentials were found for https://s3.example.com. Set ARTIFACTS_KEY and ARTIFACTS_SECRET, or artifacts.serverId, or give the build an AWS profile or role; mvn -e shows where the AWS SDK has looked.",
                "TOKEN_REFUSED | The session token was not accepted at s3://builds/a/key (https://s3.example.com). It is that of the credentials: if the access key is a permanent one, unset it; else renew key, secret and token together.",
                "REDIRECTED | The server redirects PutObject at s3://builds/a/key (https://s3.example.com). A signed request is not sent to another server. Correct artifacts.endpoint or artifacts.region.",
                "NO_REGION | No region was found. Set artifacts.region, ARTIFACTS_REGION or AWS_REGION to the region of the bucket.",
                "UNTRUSTED_SERVER | The server's certificate is not trusted at s3://builds/a/key (https://s3.example.com). Trusted are the certificates of the JVM's trust store. Give that of its issuer by AWS_CA_BUNDLE=FILE, a file of PEM certificates, or by MAVEN_OPTS=-Djavax.net.ssl.trustStore=FILE.",
                "WRONG_SERVER_NAME | The server's certificate is for another host name at s3://builds/a/key (https://s3.example.com). Correct the endpoint, or, if the certificate has the name without the bucket, set artifacts.pathStyle=true.",
                "WRONG_REGION | The bucket is in another region at s3://builds/a/key (https://s3.example.com). Set artifacts.region to the bucket's region.",
                "CLOCK_SKEWED | The server refused the time of the request at s3://builds/a/key (https://s3.example.com). Set the clock of this machine.",
                "UNREACHABLE | No answer from https://s3.example.com for s3://builds/a/key. Check artifacts.endpoint and artifacts.region, the network, and the proxy (<proxies> of settings.xml, HTTPS_PROXY, NO_PROXY). If the server is only away or slow, raise artifacts.retryFor or artifacts.requestTimeout.",
                "NOT_S3 | The server at https://s3.example.com does not answer PutObject of s3://builds/a/key as an S3 server does. Set artifacts.endpoint to the URL of the S3 API: a web console or another service often has another port. If a proxy is in use, check that it lets this host pass.",
                "PROXY_DENIED | The HTTP proxy did not let PutObject pass at s3://builds/a/key (https://s3.example.com). Give its user name and password in the <proxies> of settings.xml, or name the host in <nonProxyHosts>.",
                "BODY_DAMAGED | The server received other bytes than were sent at s3://builds/a/key (https://s3.example.com). Something on the way changes them: check proxies.",
                "TOO_LARGE | The object is too large for the server at s3://builds/a/key (https://s3.example.com). Amazon S3 takes up to 5 TiB.",
                "UNSUPPORTED | The server does not support PutObject as this plugin sends it at s3://builds/a/key (https://s3.example.com).",
                "PRECONDITION_FAILED | Something else stands than was expected at s3://builds/a/key (https://s3.example.com). Run mvn deploy again.",
                "CONFLICT | Another program writes the same object at s3://builds/a/key (https://s3.example.com). Let one build at a time publish there, and run mvn deploy again.",
                "SERVER_FAILED | The server went on failing at s3://builds/a/key (https://s3.example.com). Run mvn deploy again later, or raise artifacts.retryFor.",
                "REFUSED | PutObject failed at s3://builds/a/key (https://s3.example.com)."
            })
    void everyKindHasItsSentence(Kind kind, String sentence) {
        Facts silent = new Facts(
                "PutObject",
                "s3://builds/a/key",
                "https://s3.example.com",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(sentence(new StoreException(kind, silent, null))).isEqualTo(sentence);
    }

    @Test
    void theRightRegionIsNamedIfItIsKnown() {
        assertThat(sentence(new StoreException(Kind.WRONG_REGION, FACTS.withExpected("eu-west-3"), null)))
                .contains("Set artifacts.region=eu-west-3.");
    }

    @Test
    void anUnknownRegionMayBeANewOne() {
        Facts facts = Facts.before("region", "s3://builds/", "Amazon S3", "mars-north-1");

        assertThat(sentence(new StoreException(Kind.UNKNOWN_REGION, facts, null)))
                .isEqualTo(
                        "The region 'mars-north-1' of artifacts.region is not one of Amazon's. Correct it; for a region"
                                + " newer than this plugin set artifacts.endpoint=https://s3.mars-north-1.amazonaws.com as well.");
    }

    @Test
    void whatTheSdkReadsByItselfIsNamed() {
        Facts facts =
                Facts.before("settings", "s3://builds/", "Amazon S3", "Illegal character: https://me:s3cret@h x.");

        assertThat(sentence(new StoreException(Kind.BAD_AWS_SETTING, facts, null)))
                .isEqualTo(
                        "The AWS SDK cannot work with what it reads by itself for Amazon S3: Illegal character: https://h x."
                                + " Correct or unset AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_S3 and the other AWS_ variables, the aws."
                                + " properties of MAVEN_OPTS and the AWS profile, or name another server by artifacts.endpoint.");
    }

    @Test
    void aProxyThatCannotBeUsedIsNamedByItsVariable() {
        Facts facts = Facts.before("proxy", "HTTPS_PROXY", "HTTPS_PROXY", "has a port that is no number");

        assertThat(sentence(new StoreException(Kind.BAD_PROXY, facts, null)))
                .isEqualTo("HTTPS_PROXY has a port that is no number. Correct or unset it.");
    }

    @Test
    void aTokenIsNamedByItsSetting() {
        assertThat(sentence(new StoreException(Kind.TOKEN_REFUSED, FACTS.withExpected("AWS_SESSION_TOKEN"), null)))
                .contains("It is that of AWS_SESSION_TOKEN: if the access key is a permanent one, unset it;");
    }

    @Test
    void theServerThatIsRedirectedToIsTheLineToWrite() {
        assertThat(sentence(new StoreException(Kind.REDIRECTED, FACTS.withExpected("https://new.example.com"), null)))
                .contains(
                        " to https://new.example.com. A signed request",
                        "Set artifacts.endpoint=https://new.example.com.");
    }

    @Test
    void aProfileIsNamedWithWhatNamesIt() {
        Facts facts = Facts.before("credentials", "s3://builds/", "Amazon S3", "nonesuch")
                .withExpected("AWS_PROFILE");

        assertThat(sentence(new StoreException(Kind.NO_PROFILE, facts, null)))
                .isEqualTo(
                        "The AWS profile 'nonesuch' (AWS_PROFILE) does not exist, and nothing else has credentials for"
                                + " Amazon S3. Correct the name, or the files that AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE"
                                + " name; mvn -e shows where the AWS SDK has looked.");
    }

    @Test
    void thePermissionThatLacksIsTheOneThatTheServerNames() {
        Facts listing = new Facts(
                "GetObject",
                "s3://builds/a/manifest.json",
                "Amazon S3",
                Optional.of(403),
                Optional.of("AccessDenied"),
                Optional.of("User: arn:aws:iam::123456789012:user/ci is not authorized to perform: s3:ListBucket on"
                        + " resource: \"arn:aws:s3:::builds\" because no identity-based policy allows it"),
                Optional.empty(),
                Optional.empty());

        assertThat(sentence(new StoreException(Kind.ACCESS_DENIED, listing, null)))
                .contains("Allow the credentials s3:ListBucket on arn:aws:s3:::builds.");
    }

    @Test
    void whoMayNotReadMayHaveToListAsWell() {
        Facts reading = Facts.before("GetObject", "s3://builds/a/manifest.json", "Amazon S3", "Access Denied");

        assertThat(sentence(new StoreException(Kind.ACCESS_DENIED, reading, null)))
                .contains("Allow the credentials s3:GetObject on s3://builds/a/manifest.json and s3:ListBucket for the"
                        + " bucket, without which S3 answers so for what does not exist, too.");
    }

    @Test
    void aFileOfCertificatesIsNamed() {
        Facts facts = Facts.before("certificates", "/etc/ca.pem", "AWS_CA_BUNDLE", "it has no certificate");

        assertThat(sentence(new StoreException(Kind.BAD_CA_BUNDLE, facts, null)))
                .isEqualTo(
                        "AWS_CA_BUNDLE names the file of certificates '/etc/ca.pem', and it has no certificate. Correct"
                                + " or unset AWS_CA_BUNDLE.");
    }

    @Test
    void aSettingSaysWhatIsWrongAndWhatToDo() {
        assertThat(sentence(new SettingException("artifacts.bucket", "is not set", "Set it.")))
                .isEqualTo("artifacts.bucket is not set. Set it.");
    }

    @Test
    void aFileThatNeedsMoreMemorySaysHowMuch() {
        assertThat(sentence(new MemoryException(Path.of("huge.tar"), 64 << 20, 104857600)))
                .isEqualTo(
                        "huge.tar is so large that a part of it does not fit artifacts.memory, which is 64.0 MiB; nothing was"
                                + " sent. Set artifacts.memory to at least 104857600 (100.0 MiB).");
    }

    @Test
    void partsThatAreLeftAreToldWithWhatToDo() {
        StoreException cause = new StoreException(Kind.UNSUPPORTED, FACTS, null);

        assertThat(FailureMessages.partsLeft(new ObjectKey("a/key"), cause))
                .isEqualTo(
                        "Parts of a/key that were sent are left in the store, which could not be told to forget them and"
                                + " may bill them: give the bucket a lifecycle rule that aborts incomplete multipart uploads. ("
                                + sentence(cause) + ")");
    }

    @Test
    void aKeyIsShown() {
        assertThat(sentence(new KeyException("a//b", "has an empty segment")))
                .isEqualTo(
                        "The object key 'a//b' has an empty segment. Change artifacts.targetPaths, artifacts.branch or the"
                                + " file's name.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{brunch} | artifacts.targetPaths is '{brunch}', and {brunch} is not known. Use one of {branch}, {slug}.",
                "{slug} | artifacts.targetPaths is '{slug}', and nothing says what {slug} is in this build. Set artifacts.slug=OWNER/REPOSITORY: no variable of a CI server that this plugin knows names the repository, nor, where no CI server runs, a git remote called origin.",
                "{slug | artifacts.targetPaths is '{slug', which has a brace without its counterpart. Placeholders are {branch}, {slug}."
            })
    void aTemplateSaysWhatItMayHold(String template, String sentence) {
        Placeholders values =
                new Placeholders(KeyMode.RAW).put("slug", Optional.empty()).put("branch", Optional.of("main"));

        assertThatThrownBy(() -> new KeyTemplate(template).fill(values))
                .isInstanceOfSatisfying(
                        TemplateException.class, e -> assertThat(sentence(e)).isEqualTo(sentence));
    }

    @Test
    void anUntrustedTriggerSaysHowToTrustIt() {
        assertThat(sentence(new UntrustedTriggerException(Sourced.of("pull_request_target", "GITHUB_EVENT_NAME"))))
                .startsWith("This build was started by 'pull_request_target' (GITHUB_EVENT_NAME)")
                .endsWith("set artifacts.trustedTriggers=pull_request_target.");
    }

    @Test
    void aValueOfTheServerThatCannotBeUsedIsNotOverruledByASetting() {
        Map<String, String> environment = Map.of("TRAVIS", "true", "TRAVIS_BRANCH", "a b", "ARTIFACTS_BRANCH", "main");

        assertThatThrownBy(() -> CiDetection.detect(environment, GitView.none(), CiFiles.onDisk()))
                .isInstanceOfSatisfying(
                        CiValueException.class,
                        e -> assertThat(sentence(e))
                                .isEqualTo(
                                        "TRAVIS_BRANCH has a value that cannot be used: \"a b\" is no legal branch name:"
                                                + " it holds a space. Correct or unset it; artifacts.slug and artifacts.branch can"
                                                + " then say what it said."));
    }

    @Test
    void twoFilesOfOneNameAreBothNamed(@TempDir Path folder) throws IOException {
        Output one = Output.of(Files.createFile(folder.resolve("a")), "x", Optional.empty());
        Output two = Output.of(Files.createFile(folder.resolve("b")), "x", Optional.empty());

        assertThatThrownBy(() -> Plan.of(TestOptions.targets(new KeyPrefix("a")), TestOptions.PLAN, List.of(one, two)))
                .isInstanceOfSatisfying(
                        PlanException.class,
                        e -> assertThat(sentence(e))
                                .isEqualTo("Two files would become the same object x.gz: " + one.file() + " and "
                                        + two.file()
                                        + ". Give one another name,"
                                        + " as by a=>b in artifacts.paths; if they are artifacts, set"
                                        + " artifacts.names=coordinates."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RESERVED_NAME | x would become x.gz, which is a file of the set itself. Give it another name.",
                "NO_REGULAR_FILE | x is to be published as x.gz and is not a file. Build it before the deploy phase.",
                "UNREADABLE | x cannot be read. Check its permissions. (java.io.IOException: no)",
                "CHANGED | x changed while it was published. Let nothing write to it in the deploy phase."
            })
    void whatIsWrongWithAFileIsSaid(PlanException.Fault fault, String expected) {
        assertThat(sentence(PublishFailures.plan(fault, new IOException("no")))).isEqualTo(expected);
    }

    @Test
    void whatDoesNotAgreeIsSaidWithBothValues() {
        assertThat(sentence(PublishFailures.integrity()))
                .isEqualTo("What the server has is not what was sent, twice: x at s3://builds/a/x.gz, ETag: expected"
                        + " aa, received bb. The manifest was not written. Look for a proxy or server that changes"
                        + " bodies, and run mvn deploy again.");
        assertThat(sentence(PublishFailures.integrityWithManifest()))
                .endsWith(" received bb. The manifest stands, and its set is not whole until this is right. Look for a"
                        + " proxy or server that changes bodies, and run mvn deploy again.");
        assertThat(sentence(PublishFailures.integrityOfManifest()))
                .endsWith(" received bb. Which manifest stands there, and whether it is whole, is not certain. Look for"
                        + " a proxy or server that changes bodies, and run mvn deploy again.");
    }

    @Test
    void aManifestThatCannotBeUnderstoodSaysHowToGoOn() {
        assertThat(sentence(PublishFailures.manifest("has the schema 2")))
                .isEqualTo(
                        "s3://builds/a/manifest.json has the schema 2, so that nothing is known of the set there; nothing"
                                + " was sent. Use a version of this plugin that knows it, or set artifacts.force=true to replace it.");
    }

    @Test
    void anotherSetWhereItIsWrittenOnceNamesBothBuildsAndTheFiles() {
        assertThat(sentence(PublishFailures.immutable()))
                .isEqualTo(
                        "The set at s3://builds/a/, published by https://ci.example/1, is written once, and that of this"
                                + " build, https://ci.example/2, differs: app.jar (there aa, here bb). Its manifest was left as it is."
                                + " Make the build reproducible (project.build.outputTimestamp), or take {commit} out of"
                                + " artifacts.targetPaths.");
    }

    @Test
    void whatIsReadDamagedIsToldWithBothValues() {
        assertThat(sentence(new StoreException(
                        Kind.READ_DAMAGED,
                        Facts.before(
                                "GetObject", "s3://builds/a/manifest.json", "https://s3.example", "ETag aa, MD5 bb"),
                        null)))
                .isEqualTo(
                        "The bytes read from s3://builds/a/manifest.json (https://s3.example) are not those that the server"
                                + " says it has, in several reads. Something on the way changes answers: check proxies and caches. If"
                                + " the object itself is damaged, delete it and run mvn deploy again. (ETag aa, MD5 bb)");
        assertThat(sentence(new StoreException(
                        Kind.READ_TOO_LARGE,
                        Facts.before(
                                "GetObject", "s3://builds/a/manifest.json", "https://s3.example", "more than 64 MiB"),
                        null)))
                .isEqualTo(
                        "The object s3://builds/a/manifest.json (https://s3.example) is too large to be read, so it is"
                                + " no file of this plugin. Delete it, or publish to another path (artifacts.targetPaths). (more than"
                                + " 64 MiB)");
    }

    @Test
    void whatIsNotKnownOfThePublishedManifestIsSaid() {
        StoreException failed = new StoreException(
                Kind.SERVER_FAILED, Facts.before("GetObject", "s3://builds/a/", "https://s3.example", "busy"), null);
        assertThat(sentence(PublishFailures.uncertainManifest(failed)))
                .startsWith(
                        "It is not known whether s3://builds/a/manifest.json is published: the server did not answer, and the"
                                + " manifest cannot be read. All objects of the set are uploaded. Run mvn deploy again. ")
                .endsWith("(busy)");
        assertThat(sentence(PublishFailures.notChecked(failed)))
                .startsWith(
                        "The manifest at s3://builds/a/ is published; not checked: whether all that it names is still there. ")
                .contains("(busy)")
                .endsWith(" Run mvn deploy again to check the set.")
                .doesNotContain("nother build");
    }

    @Test
    void anotherReactorOfTheSameRunIsToldWithTheWaysToItsOwnPath() {
        assertThat(sentence(PublishFailures.sharedPath()))
                .isEqualTo(
                        "The set at s3://builds/a/ was published in this same run (https://ci.example/1) and has modules that"
                                + " this build does not have: com.acme:a, com.acme:b. Publishing here would replace that set; its"
                                + " manifest was left as it is. Give each reactor or job a path of its own in artifacts.targetPaths: a"
                                + " fixed name, as in artifacts/{slug}/{branch}/backend; {artifactId}, for a set of each module; or"
                                + " {env.NAME} with artifacts.environment=NAME, for the jobs of a matrix. If this build is meant to"
                                + " replace that set, set artifacts.allowPartial=true.");
    }

    @Test
    void aManifestThatStandsUnreadIsToldWithWhatIsLacking() {
        assertThat(sentence(PublishFailures.unreadableManifest()))
                .isEqualTo(
                        "s3://builds/a/manifest.json stands already, which is written once, and the credentials may not"
                                + " read it: whether it is of the same files, by an earlier run of this commit, is not known. It was"
                                + " left as it is. Allow s3:GetObject there and run mvn deploy again; the same files are then a"
                                + " success.");
    }

    @Test
    void buildsThatReplaceEachOthersObjectsAreToldOfTheOtherLayout() {
        assertThat(sentence(PublishFailures.conflictOverObjects(ConflictException.Kind.OVERWRITTEN)))
                .isEqualTo(
                        "The server lists other objects at s3://builds/a/ than this build has uploaded, several times:"
                                + " a/x.gz, a/y.gz. If another build publishes there, run mvn deploy again when it has ended,"
                                + " and set artifacts.layout=by-build, with which no build replaces another's.");
        assertThat(sentence(PublishFailures.conflictOverObjects(ConflictException.Kind.NEWER_OVERWRITTEN)))
                .isEqualTo(
                        "This build is older than the one whose set stands at s3://builds/a/, and has replaced objects of"
                                + " it before that was there: a/x.gz, a/y.gz. Run the newer build again, and set"
                                + " artifacts.layout=by-build, with which no build replaces another's.");
        assertThat(sentence(PublishFailures.conflictOverObjects(ConflictException.Kind.NEWER_DELETED)))
                .isEqualTo(
                        "By artifacts.clean this build has deleted objects that a newer build, https://ci.example/3, has"
                                + " brought back to s3://builds/a/ just then: a/x.gz, a/y.gz. Run that build again: it finds that they"
                                + " have gone, and sends them. With artifacts.layout=by-build nothing that a newer set names is"
                                + " deleted.");
        assertThat(sentence(PublishFailures.listing()))
                .isEqualTo(
                        "The server lists what stands at s3://builds/a/ without an end: it has come to a/x.gz again, since it"
                                + " does not heed where a page of a listing is to begin (start-after of ListObjectsV2). Use a"
                                + " server that does, or keep fewer objects at this address than it lists at once.");
        assertThat(sentence(PublishFailures.conflict(ConflictException.Kind.OTHERS_PUBLISH)))
                .isEqualTo(
                        "Other builds have published to s3://builds/a/ while this one tried to, 30 times. Run mvn deploy again"
                                + " when they have ended.");
        assertThat(sentence(PublishFailures.conflict(ConflictException.Kind.WRITE_REFUSED)))
                .isEqualTo(
                        "The server refused 30 times to write the manifest at s3://builds/a/: it answers that another write of"
                                + " the same object is under way. No other manifest was seen there. Run mvn deploy again later.");
    }

    @Test
    void anInterruptionIsSaid() {
        assertThat(sentence(PublishFailures.interrupted()))
                .isEqualTo("The publication was interrupted before it was complete. Run mvn deploy again.");
    }

    @Test
    void theCauseIsKeptButNotInTheMessage() {
        RuntimeException cause = new SettingException("x", "is wrong", "Mend it.");

        MojoFailureException failure = FailureMessages.failure(cause);

        assertThat(failure).hasNoCause().hasMessage("x is wrong. Mend it.").hasSuppressedException(cause);
    }

    @Test
    void whyTheReportsOfAFailedBuildAreMissingIsSaid() {
        assertThat(FailureMessages.reportsNotPublished(
                        new SettingException("artifacts.bucket", "is not set", "Set it.")))
                .isEqualTo("The reports of this build are not published. artifacts.bucket is not set. Set it.");
        assertThat(FailureMessages.reportsNotPublished(new IllegalStateException("fault")))
                .isEqualTo("The reports of this build are not published. java.lang.IllegalStateException: fault");
    }

    @Test
    void whatFailedBeforeAnythingWasSentIsNamed() {
        assertThat(FailureMessages.nothingPublished(List.of("core", "cli")))
                .isEqualTo("Nothing is published, because the build has failed in core, cli.");
        assertThat(FailureMessages.nothingPublished(List.of()))
                .isEqualTo("Nothing is published, because the build has failed.");
    }

    @Test
    void aFaultOfThePluginKeepsItsStackTrace() {
        RuntimeException bug = new IllegalStateException("bug");

        assertThatThrownBy(() -> FailureMessages.failure(bug)).isSameAs(bug);
    }

    private static String sentence(RuntimeException e) {
        return FailureMessages.of(e).orElseThrow();
    }
}
