package io.github.artifactpublisher.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.ci.BuildRef;
import io.github.artifactpublisher.ci.CiBuild;
import io.github.artifactpublisher.ci.CiDetection;
import io.github.artifactpublisher.ci.CiFiles;
import io.github.artifactpublisher.ci.KnownGit;
import io.github.artifactpublisher.git.CommitId;
import io.github.artifactpublisher.layout.KeyMode;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.Target;
import io.github.artifactpublisher.layout.TemplateException;
import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.maven.TestParameters;
import io.github.artifactpublisher.outputs.Coordinates;
import io.github.artifactpublisher.publish.PublishOptions;
import io.github.artifactpublisher.publish.TestOptions;
import io.github.artifactpublisher.store.s3.settings.Access.Role;
import io.github.artifactpublisher.store.s3.settings.BucketOptions;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishSettingsReaderTest {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "GITHUB_ACTIONS", "true",
            "GITHUB_REPOSITORY", "acme/app",
            "GITHUB_REF", "refs/heads/feature/x",
            "GITHUB_REF_TYPE", "branch",
            "GITHUB_REF_NAME", "feature/x",
            "GITHUB_SHA", COMMIT,
            "GITHUB_RUN_NUMBER", "7",
            "ARTIFACTS_BUCKET", "builds"));

    @Test
    void thePlaceOfABranchIsItsPath() {
        PublishSettings settings = read();

        assertThat(settings.targets())
                .extracting(Target::prefix)
                .containsExactly(new KeyPrefix("artifacts/acme/app/feature/x"));
        assertThat(settings.build().branch()).contains("feature/x");
        assertThat(settings.build().commit()).contains(new CommitId(COMMIT));
        assertThat(settings.store().bucket().pathStyle()).isFalse();
    }

    @Test
    void settingsOverruleTheServer() {
        environment.put("ARTIFACTS_SLUG", "other/thing");
        environment.put("ARTIFACTS_BRANCH", "release");
        environment.put("ARTIFACTS_TARGET_PATHS", "x/{owner}/{repo}/{branch}:y/{shortCommit}/{buildNumber}");

        assertThat(read().targets())
                .extracting(Target::prefix)
                .containsExactly(new KeyPrefix("x/other/thing/release"), new KeyPrefix("y/01234567/7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/x;b/x", "a/x|b/x", "\"a/x\",\"b/x\"", "'a/x'", "[a/x,b/x]", "a/x=>b/x"})
    void separatorsAndQuotesOfOtherToolsAreRefused(String paths) {
        environment.put("ARTIFACTS_TARGET_PATHS", paths);

        assertThatThrownBy(this::read)
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("ARTIFACTS_TARGET_PATHS is '")
                .hasMessageEndingWith(" neither separates nor quotes paths");
    }

    @Test
    void aTagGoesToItsName() {
        environment.putAll(Map.of("GITHUB_REF", "refs/tags/v1.0", "GITHUB_REF_TYPE", "tag", "GITHUB_REF_NAME", "v1.0"));

        assertThat(read().targets())
                .extracting(Target::prefix)
                .containsExactly(new KeyPrefix("artifacts/acme/app/v1.0"));
        assertThat(read().build().tag()).contains("v1.0");
        assertThat(read().build().branch()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"branch, artifacts/acme/app/topic", "number, artifacts/acme/app/pull/12"})
    void aPullRequestNeverGoesToItsTarget(String mode, String prefix) {
        travisPullRequest("acme/app");
        environment.put("ARTIFACTS_PULL_REQUESTS", mode);

        assertThat(read().targets()).extracting(Target::prefix).containsExactly(new KeyPrefix(prefix));
        assertThat(read().build().pullRequest()).contains("12");
    }

    @Test
    void aForkIsSkippedWhateverIsSet() {
        travisPullRequest("stranger/app");
        environment.put("ARTIFACTS_BRANCH", "main");

        assertThat(reader().targets().ref()).isEqualTo(new BuildRef.Skipped("pull request 12 comes from a fork", true));
    }

    @Test
    void aPullRequestDoesNotGoToItsTargetEvenIfThatIsSet() {
        travisPullRequest("acme/app");
        environment.put("ARTIFACTS_BRANCH", "main");
        assertThat(read().targets())
                .extracting(Target::prefix)
                .containsExactly(new KeyPrefix("artifacts/acme/app/topic"));

        environment.put("ARTIFACTS_BRANCH", "previews");
        assertThat(read().targets())
                .extracting(Target::prefix)
                .containsExactly(new KeyPrefix("artifacts/acme/app/previews"));
    }

    @Test
    void pullRequestsCanBeLeftOut() {
        travisPullRequest("acme/app");
        environment.put("ARTIFACTS_PULL_REQUESTS", "skip");

        assertThat(reader().targets().ref()).isInstanceOf(BuildRef.Skipped.class);
    }

    @Test
    void aTriggerThatHandsSecretsToStrangersIsRefusedUnlessItIsNamed() {
        environment.putAll(Map.of(
                "GITHUB_EVENT_NAME", "workflow_run", "GITHUB_REF", "refs/heads/main", "GITHUB_REF_NAME", "main"));

        assertThat(reader().targets().ref()).isInstanceOf(BuildRef.Refused.class);
        environment.put("ARTIFACTS_TRUSTED_TRIGGERS", "issue_comment:workflow_run");
        assertThat(reader().targets().ref()).isInstanceOf(BuildRef.Published.class);
    }

    @Test
    void withoutARepositoryThePlaceholderIsNamed() {
        environment.remove("GITHUB_ACTIONS");

        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        TemplateException.class,
                        e -> assertThat(e.placeholder()).isEqualTo("slug"));
    }

    @Test
    void pathStyleGoesWithAnEndpointUnlessItIsSet() {
        environment.put("ARTIFACTS_ENDPOINT", "https://s3.example.com");
        assertThat(read().store().bucket().pathStyle()).isTrue();

        environment.put("ARTIFACTS_PATH_STYLE", "false");
        assertThat(read().store().bucket().pathStyle()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://builds", "builds/x", "ab", "a b"})
    void aBucketIsANameAlone(String bucket) {
        environment.put("ARTIFACTS_BUCKET", bucket);

        assertThatThrownBy(this::read)
                .isInstanceOf(SettingException.class)
                .hasMessage("ARTIFACTS_BUCKET is '" + bucket + "', which is not a bucket name");
    }

    @Test
    void aDirectoryBucketIsRefused() {
        environment.put("ARTIFACTS_BUCKET", "builds--use1-az4--x-s3");

        assertThatThrownBy(this::read).hasMessageContaining("does not support Content-MD5");
    }

    @Test
    void anIllegalBranchIsRefusedByName() {
        environment.put("ARTIFACTS_BRANCH", "a..b");

        assertThatThrownBy(() -> reader().targets().ref())
                .hasMessage("ARTIFACTS_BRANCH is 'a..b', which is not a branch name that git allows");
    }

    private void travisPullRequest(String sourceSlug) {
        environment.remove("GITHUB_ACTIONS");
        environment.putAll(Map.of(
                "TRAVIS", "true",
                "TRAVIS_REPO_SLUG", "acme/app",
                "TRAVIS_BRANCH", "main",
                "TRAVIS_EVENT_TYPE", "pull_request",
                "TRAVIS_PULL_REQUEST", "12",
                "TRAVIS_PULL_REQUEST_BRANCH", "topic",
                "TRAVIS_PULL_REQUEST_SLUG", sourceSlug));
    }

    @Test
    void placeholdersOfTheModuleTheTimeAndTheAllowedEnvironment() {
        environment.put(
                "ARTIFACTS_TARGET_PATHS",
                "{groupId}/{artifactId}/{version}/{yyyy}/{MM}/{dd}/{HH}/{date}/{ref}/{env.FLAVOUR}");
        environment.put("ARTIFACTS_ENVIRONMENT", "FLAVOUR");
        environment.put("FLAVOUR", "mild");

        assertThat(read().targets())
                .extracting(Target::prefix)
                .containsExactly(new KeyPrefix("com.acme/app/1.0/2026/11/23/10/2026-11-23/feature/x/mild"));
    }

    @Test
    void aSecretIsNoPartOfAKey() {
        environment.put("ARTIFACTS_ENVIRONMENT", "AWS_SECRET_ACCESS_KEY");

        assertThatThrownBy(this::read).hasMessageContaining("looks like the name of a secret");
    }

    @Test
    void aVariableThatIsNotAllowedIsNotKnown() {
        environment.put("ARTIFACTS_TARGET_PATHS", "a/{env.HOME}");

        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        TemplateException.class,
                        e -> assertThat(e.fault()).isEqualTo(TemplateException.Fault.UNKNOWN_PLACEHOLDER));
    }

    @Test
    void aShellsVariableIsNotTakenToTheLetter() {
        environment.put("ARTIFACTS_TARGET_PATHS", "artifacts/$TRAVIS_REPO_SLUG/$TRAVIS_BUILD_NUMBER");

        assertThatThrownBy(this::read)
                .hasMessage(
                        "ARTIFACTS_TARGET_PATHS has '$TRAVIS_REPO_SLUG', but shell variables are not expanded there");
    }

    @Test
    void inEncodedKeysABranchIsOneSegment() {
        environment.put("ARTIFACTS_KEYS", "encoded");

        assertThat(read().targets())
                .extracting(Target::prefix)
                .containsExactly(new KeyPrefix("artifacts/acme/app/feature%2Fx"));
        assertThat(read().plan().keys()).isEqualTo(KeyMode.ENCODED);
    }

    @Test
    void theOptionsOfTheBucketAreChecked() {
        environment.putAll(Map.of(
                "ARTIFACTS_ENCRYPTION", "aws:kms",
                "ARTIFACTS_KMS_KEY_ID", "alias/builds",
                "ARTIFACTS_STORAGE_CLASS", "STANDARD_IA",
                "ARTIFACTS_PERMISSIONS", "private",
                "ARTIFACTS_EXPECTED_BUCKET_OWNER", "123456789012",
                "ARTIFACTS_REQUESTER_PAYS", "true"));

        assertThat(read().store().objects())
                .isEqualTo(new BucketOptions(
                        Optional.of("aws:kms"),
                        Optional.of("alias/builds"),
                        Optional.of("STANDARD_IA"),
                        Optional.empty(),
                        Optional.of("123456789012"),
                        true));
        environment.put("ARTIFACTS_ENCRYPTION", "kms");
        assertThatThrownBy(this::read).hasMessageContaining("is not one of AES256, aws:kms, aws:kms:dsse");
    }

    @Test
    void optionsThatTheServerWouldRejectFailBeforehand() {
        environment.put("ARTIFACTS_KMS_KEY_ID", "alias/builds");
        assertThatThrownBy(this::read)
                .hasMessage("ARTIFACTS_KMS_KEY_ID is set, but artifacts.encryption does not use a KMS key");
        environment.put("ARTIFACTS_ENCRYPTION", "AES256");
        assertThatThrownBy(this::read).hasMessageContaining("ARTIFACTS_KMS_KEY_ID is set");
        environment.put("ARTIFACTS_ENCRYPTION", "aws:kms:dsse");
        environment.put("ARTIFACTS_PERMISSIONS", "everyone, please");
        assertThatThrownBy(this::read)
                .hasMessage("ARTIFACTS_PERMISSIONS is 'everyone, please', which is not a canned ACL such as"
                        + " bucket-owner-full-control");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ARTIFACTS_ROLE_EXTERNAL_ID", "ARTIFACTS_ROLE_SESSION_NAME"})
    void roleSettingsRequireARole(String variable) {
        environment.put(variable, "x");
        assertThatThrownBy(this::read).hasMessage(variable + " is set, but artifacts.roleArn is not");
        environment.put("ARTIFACTS_ROLE_ARN", "arn:aws:iam::123456789012:role/ci");
        assertThat(read().store().identity().role()).isPresent();
    }

    @Test
    void aRegionIsOneWord() {
        environment.put("ARTIFACTS_S3_REGION", "eu west 1");

        assertThatThrownBy(this::read)
                .hasMessage("ARTIFACTS_S3_REGION is 'eu west 1', which is not a region name such as eu-central-1");
    }

    @Test
    void aRoleIsAssumedIfItIsNamed() {
        environment.put("ARTIFACTS_ROLE_ARN", "arn:aws:iam::123456789012:role/publisher");
        environment.put("ARTIFACTS_ROLE_EXTERNAL_ID", "x");

        assertThat(read().store().identity().role())
                .contains(new Role("arn:aws:iam::123456789012:role/publisher", Optional.of("x"), "artifact-publisher"));
    }

    @ParameterizedTest
    @CsvSource({
        "artifacts/{branch}, artifacts/feature/x/app",
        "artifacts/{branch}/, artifacts/feature/x/app",
        "{artifactId}/{branch}, app/feature/x"
    })
    void aModuleOfItsOwnHasItsNameInThePath(String template, String prefix) {
        environment.put("ARTIFACTS_TARGET_PATHS", template);

        assertThat(read(TargetSettings.MODULE).targets())
                .extracting(Target::prefix)
                .containsExactly(new KeyPrefix(prefix));
    }

    @Test
    void howThePlanIsCarriedOutIsTheUsersToSay() {
        assertThat(read().options())
                .isEqualTo(TestOptions.DEFAULTS.kept("[, , , ]").options());

        environment.putAll(Map.of(
                "ARTIFACTS_LAYOUT", "by-build",
                "ARTIFACTS_FORCE", "true",
                "ARTIFACTS_ALLOW_OLDER", "true",
                "ARTIFACTS_CLEAN", "true",
                "ARTIFACTS_STORAGE_CLASS", "STANDARD_IA"));

        assertThat(read().options())
                .isEqualTo(new PublishOptions(Layout.BY_BUILD, true, true, true, false, "[, , STANDARD_IA, ]"));
    }

    @Test
    void aLayoutThatThereIsNotIsRefused() {
        environment.put("ARTIFACTS_LAYOUT", "by_build");

        assertThatThrownBy(this::read)
                .isInstanceOf(SettingException.class)
                .hasMessage("ARTIFACTS_LAYOUT is 'by_build', which is neither 'in-place' nor 'by-build'");
    }

    @Test
    void aPathOfACommitIsWrittenOnce() {
        environment.put("ARTIFACTS_TARGET_PATHS", "a/{branch}:a/commits/{commit}");

        assertThat(read().targets())
                .containsExactly(
                        new Target(new KeyPrefix("a/feature/x"), false),
                        new Target(new KeyPrefix("a/commits/" + COMMIT), true));
        assertThat(read(TargetSettings.MODULE).targets())
                .contains(new Target(new KeyPrefix("a/commits/" + COMMIT + "/app"), true));
    }

    @Test
    void theReportsOfABuildMayBeWrittenAgain() {
        environment.put("ARTIFACTS_TARGET_PATHS", "a/commits/{commit}");

        assertThat(read("/failed/17").targets())
                .containsExactly(new Target(new KeyPrefix("a/commits/" + COMMIT + "/failed/17"), false));
    }

    @Test
    void theBuildHasItsPlaceInTheSequenceOfTheRepository() {
        environment.put("GITHUB_RUN_ID", "9876543210");

        assertThat(read().build().sequence()).contains(9876543210L);
    }

    /** The name of such a branch is new each time: each would be a set that nobody looks for. */
    @Test
    void aMergeQueueIsSkippedUnlessItIsNamed() {
        environment.put("GITHUB_REF", "refs/heads/gh-readonly-queue/main/pr-5-" + COMMIT);
        environment.put("GITHUB_REF_NAME", "gh-readonly-queue/main/pr-5-" + COMMIT);
        environment.put("ARTIFACTS_BRANCH", "main");
        assertThat(reader().targets().ref())
                .isEqualTo(new BuildRef.Skipped(
                        "a merge queue started this build (GITHUB_REF_NAME); to publish it, set artifacts.trustedTriggers=merge_group",
                        false));
        environment.put("GITHUB_EVENT_NAME", "merge_group");
        assertThat(reader().targets().ref()).isInstanceOf(BuildRef.Skipped.class);

        environment.put("ARTIFACTS_TRUSTED_TRIGGERS", "merge_group");
        environment.remove("ARTIFACTS_BRANCH");
        assertThat(read().targets())
                .extracting(Target::prefix)
                .containsExactly(new KeyPrefix("artifacts/acme/app/gh-readonly-queue/main/pr-5-" + COMMIT));
    }

    @Test
    void aMergeTrainIsSkippedUnlessItIsNamed() {
        environment.clear();
        environment.putAll(Map.of(
                "GITLAB_CI", "true",
                "CI_PROJECT_PATH", "acme/app",
                "CI_MERGE_REQUEST_IID", "5",
                "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "topic",
                "CI_MERGE_REQUEST_SOURCE_PROJECT_PATH", "acme/app",
                "CI_MERGE_REQUEST_PROJECT_PATH", "acme/app",
                "CI_MERGE_REQUEST_EVENT_TYPE", "merge_train",
                "ARTIFACTS_BUCKET", "builds"));
        assertThat(reader().targets().ref()).isInstanceOf(BuildRef.Skipped.class);

        environment.put("ARTIFACTS_TRUSTED_TRIGGERS", "merge_train");
        assertThat(read().targets())
                .extracting(Target::prefix)
                .containsExactly(new KeyPrefix("artifacts/acme/app/topic"));
        environment.put("CI_MERGE_REQUEST_EVENT_TYPE", "merged_result");
        environment.remove("ARTIFACTS_TRUSTED_TRIGGERS");
        assertThat(read().targets())
                .extracting(Target::prefix)
                .containsExactly(new KeyPrefix("artifacts/acme/app/topic"));
    }

    @Test
    void aChangeOfGerritIsAPullRequestOfItsNumber() {
        environment.clear();
        environment.putAll(Map.of(
                "JENKINS_URL", "https://ci.example/",
                "GIT_URL", "https://review.example/acme/app",
                "GIT_BRANCH", "origin/main",
                "GERRIT_BRANCH", "main",
                "GERRIT_CHANGE_NUMBER", "4711",
                "GERRIT_EVENT_TYPE", "patchset-created",
                "ARTIFACTS_BUCKET", "builds",
                "ARTIFACTS_BRANCH", "main"));
        assertThat(read().targets())
                .extracting(Target::prefix)
                .containsExactly(new KeyPrefix("artifacts/acme/app/pull/4711"));
        assertThat(read().build().pullRequest()).contains("4711");

        environment.put("GERRIT_EVENT_TYPE", "change-merged");
        assertThat(read().targets())
                .extracting(Target::prefix)
                .containsExactly(new KeyPrefix("artifacts/acme/app/main"));
    }

    private PublishSettings read() {
        return read("");
    }

    private PublishSettings read(String below) {
        return reader().read((BuildRef.Published) reader().targets().ref(), below);
    }

    private PublishSettingsReader reader() {
        CiBuild build = CiDetection.detect(environment, KnownGit.none(), CiFiles.onDisk());
        return new PublishSettingsReader(
                new Settings(TestParameters.none(), environment),
                environment,
                build,
                Map.of(),
                new Coordinates("com.acme", "app", "1.0", Optional.empty(), "jar"),
                Instant.parse("2026-11-23T10:59:59Z"));
    }
}
