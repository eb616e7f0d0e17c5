package io.github.artifactpublisher.maven.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.ci.CiDetection;
import io.github.artifactpublisher.ci.CiFiles;
import io.github.artifactpublisher.ci.CiValueException;
import io.github.artifactpublisher.ci.KnownGit;
import io.github.artifactpublisher.layout.KeyException;
import io.github.artifactpublisher.layout.KeyMode;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.KeyTemplate;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.layout.Placeholders;
import io.github.artifactpublisher.layout.TemplateException;
import io.github.artifactpublisher.maven.settings.SettingException;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.plan.PlanException;
import io.github.artifactpublisher.publish.PublishFailures;
import io.github.artifactpublisher.publish.TestOptions;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Facts;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.text.Sourced;
import io.github.artifactpublisher.transfer.MemoryException;
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

/** Each message says what failed, where, and what to do next. */
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

    @Test
    void theMessageOfASettingHasReasonAndAdvice() {
        assertThat(message(new SettingException("artifacts.bucket", "is not set", "Set it.")))
                .isEqualTo("artifacts.bucket is not set. Set it.");
    }

    @Test
    void aFileThatNeedsMoreMemorySaysHowMuch() {
        assertThat(message(new MemoryException(Path.of("huge.tar"), 64 << 20, 104857600)))
                .isEqualTo("huge.tar is too large: one part of it does not fit into artifacts.memory, which is 64.0 "
                        + "MiB. Nothing was uploaded. Set artifacts.memory to at least 104857600 (100.0 MiB).");
    }

    @Test
    void anUploadThatCannotBeAbortedIsNamedWithTheAdvice() {
        StoreException cause = new StoreException(Kind.UNSUPPORTED, FACTS, null);

        assertThat(FailureMessages.incompleteUpload(new ObjectKey("a/key"), cause))
                .isEqualTo("The incomplete upload of a/key could not be aborted and may incur storage costs. Add a "
                        + "lifecycle rule to the bucket that aborts incomplete multipart uploads. ("
                        + message(cause) + ")");
    }

    @Test
    void aKeyIsShown() {
        assertThat(message(new KeyException("a//b", "has an empty segment")))
                .isEqualTo("The object key 'a//b' has an empty segment. Change artifacts.targetPaths, "
                        + "artifacts.branch or the name of the file.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{brunch} | artifacts.targetPaths is '{brunch}', but the placeholder {brunch} does not exist. Use one of {branch}, {slug}.",
                "{slug} | artifacts.targetPaths is '{slug}', but {slug} has no value in this build. Set artifacts.slug=OWNER/REPOSITORY. The repository is named neither by a variable of a CI server that this plugin knows nor, outside CI, by a git remote called origin.",
                "{slug | artifacts.targetPaths is '{slug', which has an unbalanced brace. The placeholders are {branch}, {slug}."
            })
    void aTemplateNamesItsPlaceholders(String template, String message) {
        Placeholders values =
                new Placeholders(KeyMode.RAW).put("slug", Optional.empty()).put("branch", Optional.of("main"));

        assertThatThrownBy(() -> new KeyTemplate(template).fill(values))
                .isInstanceOfSatisfying(
                        TemplateException.class, e -> assertThat(message(e)).isEqualTo(message));
    }

    @Test
    void anUntrustedTriggerSaysHowToTrustIt() {
        assertThat(message(new UntrustedTriggerException(Sourced.of("pull_request_target", "GITHUB_EVENT_NAME"))))
                .startsWith("This build was started by 'pull_request_target' (GITHUB_EVENT_NAME)")
                .endsWith("set artifacts.trustedTriggers=pull_request_target.");
    }

    @Test
    void aValueOfTheServerThatCannotBeUsedIsNotOverruledByASetting() {
        Map<String, String> environment = Map.of("TRAVIS", "true", "TRAVIS_BRANCH", "a b", "ARTIFACTS_BRANCH", "main");

        assertThatThrownBy(() -> CiDetection.detect(environment, KnownGit.none(), CiFiles.onDisk()))
                .isInstanceOfSatisfying(
                        CiValueException.class,
                        e -> assertThat(message(e))
                                .isEqualTo(
                                        "TRAVIS_BRANCH has an invalid value: \"a b\" is not a valid branch name: it contains a space. "
                                                + "Correct it, or unset it and set artifacts.slug or artifacts.branch."));
    }

    @Test
    void twoFilesOfOneNameAreBothNamed(@TempDir Path folder) throws IOException {
        Output one = Output.of(Files.createFile(folder.resolve("a")), "x", Optional.empty());
        Output two = Output.of(Files.createFile(folder.resolve("b")), "x", Optional.empty());

        assertThatThrownBy(() -> Plan.of(TestOptions.targets(new KeyPrefix("a")), TestOptions.PLAN, List.of(one, two)))
                .isInstanceOfSatisfying(
                        PlanException.class,
                        e -> assertThat(message(e))
                                .isEqualTo(
                                        "Two files would be published as the same object x.gz: " + one.file() + " and "
                                                + two.file()
                                                + ". Give one of them another name, for example with a=>b in artifacts.paths; if they are "
                                                + "artifacts, set artifacts.names=coordinates."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RESERVED_NAME | x would be published as x.gz, which is a file that the plugin writes itself. Give it another name.",
                "NO_REGULAR_FILE | x, to be published as x.gz, does not exist or is not a regular file. Create it before the deploy phase.",
                "UNREADABLE | x cannot be read. Check its permissions. (java.io.IOException: no)",
                "CHANGED | x changed while it was published. Make sure that nothing writes to it in the deploy phase."
            })
    void eachFaultOfAFileHasItsMessage(PlanException.Fault fault, String expected) {
        assertThat(message(PublishFailures.plan(fault, new IOException("no")))).isEqualTo(expected);
    }

    @Test
    void anInterruptionHasItsMessage() {
        assertThat(message(PublishFailures.interrupted()))
                .isEqualTo("The publication was interrupted before it was complete. Run mvn deploy again.");
    }

    @Test
    void theCauseIsKeptButNotInTheMessage() {
        RuntimeException cause = new SettingException("x", "is wrong", "Mend it.");

        MojoFailureException failure = FailureMessages.failure(cause);

        assertThat(failure).hasNoCause().hasMessage("x is wrong. Mend it.").hasSuppressedException(cause);
    }

    @Test
    void theReasonForMissingReportsIsNamed() {
        assertThat(FailureMessages.reportsNotPublished(
                        new SettingException("artifacts.bucket", "is not set", "Set it.")))
                .isEqualTo("The reports of this build are not published. artifacts.bucket is not set. Set it.");
        assertThat(FailureMessages.reportsNotPublished(new IllegalStateException("fault")))
                .isEqualTo("The reports of this build are not published. java.lang.IllegalStateException: fault");
    }

    @Test
    void aBucketThatCannotBeCheckedIsAWarning() {
        assertThat(FailureMessages.notChecked(new SettingException("artifacts.bucket", "is not set", "Set it.")))
                .isEqualTo(
                        "The bucket could not be checked, and the build goes on. artifacts.bucket is not set. Set it.");
    }

    @Test
    void theModulesThatFailedAreNamed() {
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

    private static String message(RuntimeException e) {
        return FailureMessages.of(e).orElseThrow();
    }
}
