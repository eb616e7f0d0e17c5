package io.github.artifactpublisher.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CiDetectionTest {
    private static final Situation TRAVIS =
            Situation.of("Travis", "TRAVIS=true", "TRAVIS_REPO_SLUG=octo/app", "TRAVIS_BRANCH=main");

    static Stream<Situation> all() {
        return Stream.of(
                        ForgeServersTest.forgejo(),
                        ForgeServersTest.gitea(),
                        ForgeServersTest.github(),
                        ForgeServersTest.woodpecker(),
                        ForgeServersTest.gitlab(),
                        ForgeServersTest.bitbucket(),
                        ForgeServersTest.azure(),
                        HostedServersTest.travis(),
                        HostedServersTest.circle(),
                        HostedServersTest.buildkite(),
                        HostedServersTest.codebuild(),
                        HostedServersTest.appveyor(),
                        HostedServersTest.semaphore(),
                        HostedServersTest.drone(),
                        HostedServersTest.codefresh(),
                        HostedServersTest.buddy(),
                        ConfiguredServersTest.bamboo(),
                        ConfiguredServersTest.teamCity(),
                        ConfiguredServersTest.googleCloudBuild(),
                        ConfiguredServersTest.jenkinsMultibranch(),
                        ConfiguredServersTest.jenkins())
                .flatMap(situations -> situations);
    }

    /** Otherwise unmerged commits would be published for the target branch. */
    @ParameterizedTest
    @MethodSource("all")
    void aWorkingCopyOnABranchMakesNoBranchOfAPullRequestOrTag(Situation situation) {
        CiBuild build = situation.detected();
        CiBuild onBranch = situation.git(situation.git().on("master")).detected();
        if (build.pullRequest().isPresent() || build.tag().isPresent()) {
            assertThat(onBranch).isEqualTo(build);
            assertThat(onBranch.branch()).isEmpty();
        } else if (onBranch.headMismatch().isPresent()) {
            assertThat(situation.environment().values()).doesNotContain(KnownGit.HEAD, "a".repeat(40));
            assertThat(onBranch.branch()).isEmpty();
        } else if (build.branch()
                .filter(branch -> !branch.source().startsWith("git"))
                .isPresent()) {
            assertThat(onBranch.branch()).isEqualTo(build.branch());
        }
    }

    /** Each server in each of the five situations; those that a server cannot be in are named with the reason. */
    @ParameterizedTest
    @MethodSource("servers")
    void everyServerIsFedEverySituation(String server) {
        Set<String> fed = all().filter(situation -> situation.server().equals(server))
                .map(CiDetectionTest::kind)
                .collect(Collectors.toSet());
        Set<String> kinds = new TreeSet<>(Set.of("push", "pull request", "fork", "tag", "detached"));
        if (server.equals("Jenkins multibranch")) {
            // It is detected by BRANCH_NAME; without it, it is plain Jenkins.
            kinds.remove("detached");
        }
        assertThat(fed).containsAll(kinds);
    }

    static Stream<String> servers() {
        return CiServers.ALL.stream().map(server -> server.name).limit(21);
    }

    private static String kind(Situation situation) {
        return Stream.of("detached", "fork", "tag")
                .filter(kind -> situation.name().contains(" " + kind))
                .findFirst()
                .orElse(situation.built().equals("branch") ? "push" : situation.built());
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingHoldsUserInfo(Situation situation) {
        assertThat(situation.detected().toString()).doesNotContain("s3cret", "token", "user:");
    }

    @Test
    void triesTheServersInThisOrder() {
        assertThat(CiServers.ALL)
                .extracting(server -> server.name)
                .containsExactly(
                        "Forgejo Actions",
                        "Gitea Actions",
                        "GitHub Actions",
                        "Woodpecker",
                        "GitLab CI",
                        "Bitbucket Pipelines",
                        "Azure Pipelines",
                        "Travis CI",
                        "CircleCI",
                        "Buildkite",
                        "AWS CodeBuild",
                        "AppVeyor",
                        "Semaphore",
                        "Drone",
                        "Codefresh",
                        "Buddy",
                        "Bamboo",
                        "TeamCity",
                        "Google Cloud Build",
                        "Jenkins multibranch",
                        "Jenkins",
                        "unknown CI server",
                        "no CI server");
    }

    @Test
    void namesTheVariablesThatGaveTheValues() {
        CiBuild github = ForgeServersTest.github().findFirst().orElseThrow().detected();
        assertThat(github.branch().orElseThrow().source()).isEqualTo("GITHUB_REF_NAME");
        assertThat(github.buildUrl().orElseThrow().source())
                .isEqualTo("GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT");
        CiBuild circle = HostedServersTest.circle().findFirst().orElseThrow().detected();
        assertThat(circle.slug().orElseThrow().source()).isEqualTo("CIRCLE_PROJECT_USERNAME, CIRCLE_PROJECT_REPONAME");
        CiBuild pull =
                HostedServersTest.travis().skip(1).findFirst().orElseThrow().detected();
        assertThat(pull.pullRequest().orElseThrow().numberSource()).isEqualTo("TRAVIS_PULL_REQUEST");
        assertThat(TRAVIS.detected().commit().orElseThrow().source()).isEqualTo("git HEAD");
        assertThat(Situation.of("bare").detected().slug().orElseThrow().source())
                .isEqualTo("git remote");
    }

    @Test
    void aBareMachineAsksGit() {
        Situation bare = Situation.of("bare machine");
        assertThat(Situation.line(
                        bare.git(KnownGit.detached().on("topic").tagged("v1")).detected()))
                .isEqualTo("no CI server | remote/copy | branch topic | dddddddd");
        assertThat(Situation.line(bare.git(KnownGit.detached().tagged("v1")).detected()))
                .isEqualTo("no CI server | remote/copy | tag v1 | dddddddd");
        assertThat(Situation.line(bare.detected())).isEqualTo("no CI server | remote/copy | dddddddd");
        assertThat(Situation.line(CiDetection.detect(bare.environment(), KnownGit.none(), CiFiles.onDisk())))
                .isEqualTo("no CI server");
        assertThat(Situation.line(bare.with("CI=false", "TRAVIS=false").detected()))
                .startsWith("no CI server");
    }

    @Test
    void anUnknownServerIsNotGuessed() {
        assertThat(Situation.line(Situation.of("unknown", "CI=true")
                        .git(KnownGit.detached().on("main").tagged("v1"))
                        .detected()))
                .isEqualTo("unknown CI server | dddddddd");
    }

    @Test
    void knowsTheTimeOnlyOfHead() {
        Situation built = TRAVIS.with("TRAVIS_COMMIT=" + "a".repeat(40));
        assertThat(built.detected().commitTime().orElseThrow().value()).isEqualTo(KnownGit.TIME);
        assertThat(built.git(KnownGit.none()).detected().commitTime()).isEmpty();
    }

    /** Some servers, and people who start a job, put a token there. */
    @ParameterizedTest
    @MethodSource("all")
    void thePageThatAServerNamesHasNoQuery(Situation situation) {
        Map<String, String> environment = new LinkedHashMap<>(situation.environment());
        environment.replaceAll((name, value) -> name.matches("(?i).*(URL|LINK)")
                        && !name.matches(
                                ".*(SERVER|REPO|SCM|CHANGE).*|GIT_URL.*|JENKINS_URL|APPVEYOR_URL|.*ORGANIZATION_URL|.*repositoryUrl")
                ? value + "?token=s3cret&a=b#access_token=s3cret"
                : value);
        Situation withToken =
                new Situation(situation.name(), environment, situation.files(), situation.git(), situation.expected());
        assertThat(withToken.detected().buildUrl())
                .isEqualTo(situation.detected().buildUrl());
    }

    @Test
    void teamCitysPageOfAnOldVersionIsNamedByItsParameters() {
        String url = "BUILD_URL=https://tc.example/viewLog.html?buildId=1&token=s3cret";
        Situation teamCity = Situation.of("TeamCity", "TEAMCITY_VERSION=2019.1", url)
                .with("TEAMCITY_BUILD_PROPERTIES_FILE=/p")
                .file("/p", "teamcity.serverUrl=https://tc.example\nteamcity.build.id=1\n");
        assertThat(teamCity.detected().buildUrl().orElseThrow().value())
                .isEqualTo("https://tc.example/viewLog.html?buildId=1");
    }

    @Test
    void aMalformedBranchSaysWhichVariableAndWhy() {
        CiValueException refusal = refusal(TRAVIS.with("TRAVIS_BRANCH=a b"));
        assertThat(refusal.variable()).isEqualTo("TRAVIS_BRANCH");
        assertThat(refusal.value()).isEqualTo("a b");
        assertThat(refusal.reason()).isEqualTo("\"a b\" is not a valid branch name: it contains a space.");
        assertThat(refusal).hasMessage("TRAVIS_BRANCH: \"a b\" is not a valid branch name: it contains a space.");
    }

    @Test
    void refusesMalformedValuesOfOtherVariables() {
        assertThat(refusal(TRAVIS.with("TRAVIS_REPO_SLUG=app")).reason()).contains("needs an owner");
        assertThat(refusal(TRAVIS.with("TRAVIS_TAG=v 1")).reason()).contains("not a valid tag name");
        assertThat(refusal(TRAVIS.with("TRAVIS_COMMIT=abc")).reason()).contains("is not a commit id");
        assertThat(refusal(TRAVIS.with("TRAVIS_BUILD_NUMBER=1\n2")).reason()).contains("control character");
        assertThat(refusal(TRAVIS.with("TRAVIS_PULL_REQUEST=5/6")).variable()).isEqualTo("TRAVIS_PULL_REQUEST");
        assertThat(refusal(TRAVIS.with("TRAVIS_PULL_REQUEST=5", "TRAVIS_PULL_REQUEST_BRANCH=a..b"))
                        .variable())
                .isEqualTo("TRAVIS_PULL_REQUEST_BRANCH");
    }

    @Test
    void aPullRequestWithoutNumberIsNoPush() {
        CiValueException refusal = refusal(Situation.of(
                "GitHub",
                "GITHUB_ACTIONS=true",
                "GITHUB_EVENT_NAME=pull_request_target",
                "GITHUB_REF=refs/heads/main"));
        assertThat(refusal.variable()).isEqualTo("GITHUB_EVENT_NAME");
        assertThat(refusal.reason()).contains("its number is not known");
    }

    @Test
    void refusalsShowNoUserInfo() {
        CiValueException remote =
                refusal(Situation.of("bare").git(KnownGit.detached().from("https://user:s3cret@host/octo/../app")));
        assertThat(remote.variable()).isEqualTo("git remote");
        CiValueException url = refusal(TRAVIS.with("TRAVIS_BUILD_WEB_URL=ftp://user:s3cret@host/1"));
        CiValueException scp = refusal(Situation.of("Buildkite", "BUILDKITE=1", "BUILDKITE=true")
                .with("BUILDKITE_REPO=s3cret@host:octo/../app"));
        for (CiValueException each : new CiValueException[] {remote, url, scp}) {
            assertThat(each.getMessage() + each.value() + each.reason() + each).doesNotContain("s3cret");
            assertThat(each).hasNoCause();
        }
    }

    @Test
    void readsFilesFromTheDisk(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("event.json"), "{}");
        assertThat(CiFiles.onDisk().read(file)).contains("{}");
        assertThat(CiFiles.onDisk().read(directory.resolve("missing.json"))).isEmpty();
    }

    private static CiValueException refusal(Situation situation) {
        CiValueException refusal = catchThrowableOfType(CiValueException.class, situation::detected);
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
