package io.github.artifactpublisher.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostedServersTest {
    private static final String A = "a".repeat(40);

    @ParameterizedTest
    @MethodSource({"travis", "circle", "buildkite", "codebuild", "appveyor", "semaphore", "drone", "codefresh", "buddy"
    })
    void concludes(Situation situation) {
        assertThat(Situation.line(situation.detected())).isEqualTo(situation.expected());
    }

    static Stream<Situation> travis() {
        Situation push = Situation.of(
                "Travis push",
                "CI=true",
                "TRAVIS=true",
                "TRAVIS_REPO_SLUG=octo/app",
                "TRAVIS_EVENT_TYPE=push",
                "TRAVIS_BRANCH=feature/x",
                "TRAVIS_PULL_REQUEST=false",
                "TRAVIS_PULL_REQUEST_BRANCH=",
                "TRAVIS_PULL_REQUEST_SLUG=",
                "TRAVIS_TAG=",
                "TRAVIS_COMMIT=" + A,
                "TRAVIS_BUILD_NUMBER=12",
                "TRAVIS_BUILD_WEB_URL=https://app.travis-ci.com/octo/app/builds/9876");
        String end = " | aaaaaaaa | #12 | https://app.travis-ci.com/octo/app/builds/9876";
        Situation pull = push.with(
                "TRAVIS_EVENT_TYPE=pull_request",
                "TRAVIS_BRANCH=main",
                "TRAVIS_PULL_REQUEST=5",
                "TRAVIS_PULL_REQUEST_BRANCH=topic",
                "TRAVIS_PULL_REQUEST_SLUG=octo/app");
        return Stream.of(
                push.is("Travis CI | octo/app | branch feature/x" + end),
                pull.named("Travis pull request")
                        .is("Travis CI | octo/app | pull 5 from topic into main fork NO" + end),
                pull.named("Travis fork")
                        .with("TRAVIS_PULL_REQUEST_SLUG=stranger/app", "TRAVIS_PULL_REQUEST_BRANCH=main")
                        .is("Travis CI | octo/app | pull 5 from main into main fork YES" + end),
                push.named("Travis tag")
                        .with("TRAVIS_BRANCH=v1.0", "TRAVIS_TAG=v1.0")
                        .is("Travis CI | octo/app | tag v1.0" + end),
                push.named("Travis detached").with("TRAVIS_BRANCH=").is("Travis CI | octo/app" + end));
    }

    static Stream<Situation> circle() {
        Situation push = Situation.of(
                "CircleCI push",
                "CI=true",
                "CIRCLECI=true",
                "CIRCLE_PROJECT_USERNAME=octo",
                "CIRCLE_PROJECT_REPONAME=app",
                "CIRCLE_REPOSITORY_URL=git@github.com:octo/app.git",
                "CIRCLE_BRANCH=feature/x",
                "CIRCLE_SHA1=" + A,
                "CIRCLE_BUILD_NUM=12",
                "CIRCLE_BUILD_URL=https://circleci.com/gh/octo/app/12");
        String end = " | aaaaaaaa | #12 | https://circleci.com/gh/octo/app/12";
        Situation fork = push.with("CIRCLE_BRANCH=pull/5", "CIRCLE_PULL_REQUEST=https://github.com/octo/app/pull/5");
        return Stream.of(
                push.is("CircleCI | octo/app | branch feature/x" + end),
                push.named("CircleCI pull request")
                        .with("CIRCLE_BRANCH=topic", "CIRCLE_PULL_REQUEST=https://github.com/octo/app/pull/5")
                        .is("CircleCI | octo/app | pull 5 from topic fork NO" + end),
                fork.named("CircleCI fork")
                        .with("CIRCLE_PR_NUMBER=5", "CIRCLE_PR_USERNAME=stranger", "CIRCLE_PR_REPONAME=app")
                        .is("CircleCI | octo/app | pull 5 fork YES" + end),
                push.named("CircleCI fork, detected by the branch alone")
                        .with("CIRCLE_BRANCH=pull/5")
                        .is("CircleCI | octo/app | pull 5 fork YES" + end),
                push.named("CircleCI project of a GitHub App")
                        .without("CIRCLE_REPOSITORY_URL")
                        .with("CIRCLE_PROJECT_USERNAME=My org", "CIRCLE_PROJECT_REPONAME=My project")
                        .is("CircleCI | remote/copy | branch feature/x" + end),
                push.named("CircleCI tag")
                        .without("CIRCLE_BRANCH")
                        .with("CIRCLE_TAG=v1.0")
                        .is("CircleCI | octo/app | tag v1.0" + end),
                push.named("CircleCI detached").without("CIRCLE_BRANCH").is("CircleCI | octo/app" + end));
    }

    static Stream<Situation> buildkite() {
        Situation push = Situation.of(
                "Buildkite push",
                "CI=true",
                "BUILDKITE=true",
                "BUILDKITE_ORGANIZATION_SLUG=acme",
                "BUILDKITE_PIPELINE_SLUG=pipeline",
                "BUILDKITE_REPO=https://user:s3cret@github.com/octo/app.git",
                "BUILDKITE_BRANCH=feature/x",
                "BUILDKITE_PULL_REQUEST=false",
                "BUILDKITE_TAG=",
                "BUILDKITE_COMMIT=" + A,
                "BUILDKITE_BUILD_NUMBER=12",
                "BUILDKITE_BUILD_URL=https://buildkite.com/acme/pipeline/builds/12");
        String end = " | #12 | https://buildkite.com/acme/pipeline/builds/12";
        Situation pull = push.with(
                "BUILDKITE_PULL_REQUEST=5",
                "BUILDKITE_BRANCH=topic",
                "BUILDKITE_PULL_REQUEST_BASE_BRANCH=main",
                "BUILDKITE_PULL_REQUEST_REPO=git://github.com/Octo/app.git");
        return Stream.of(
                push.is("Buildkite | octo/app | branch feature/x | aaaaaaaa" + end),
                push.named("Buildkite push of HEAD")
                        .with("BUILDKITE_COMMIT=HEAD")
                        .is("Buildkite | octo/app | branch feature/x | dddddddd" + end),
                pull.named("Buildkite pull request")
                        .is("Buildkite | octo/app | pull 5 from topic into main fork NO | aaaaaaaa" + end),
                pull.named("Buildkite fork")
                        .with(
                                "BUILDKITE_BRANCH=stranger:main",
                                "BUILDKITE_PULL_REQUEST_REPO=git://github.com/stranger/app.git")
                        .is("Buildkite | octo/app | pull 5 from main into main fork YES | aaaaaaaa" + end),
                push.named("Buildkite tag")
                        .with("BUILDKITE_TAG=v1.0", "BUILDKITE_BRANCH=v1.0")
                        .is("Buildkite | octo/app | tag v1.0 | aaaaaaaa" + end),
                push.named("Buildkite detached")
                        .without("BUILDKITE_BRANCH")
                        .is("Buildkite | octo/app | aaaaaaaa" + end));
    }

    static Stream<Situation> codebuild() {
        Situation push = Situation.of(
                "CodeBuild push",
                "CODEBUILD_BUILD_ARN=arn:aws:codebuild:eu-west-1:123456789012:build/demo:b1e6661e",
                "CODEBUILD_BUILD_ID=demo:b1e6661e",
                "CODEBUILD_SOURCE_REPO_URL=https://github.com/octo/app.git",
                "CODEBUILD_WEBHOOK_EVENT=PUSH",
                "CODEBUILD_WEBHOOK_TRIGGER=branch/feature/x",
                "CODEBUILD_WEBHOOK_HEAD_REF=refs/heads/feature/x",
                "CODEBUILD_SOURCE_VERSION=" + A,
                "CODEBUILD_RESOLVED_SOURCE_VERSION=" + A,
                "CODEBUILD_BUILD_NUMBER=12");
        String end = " | aaaaaaaa | #12 | https://eu-west-1.console.aws.amazon.com/codesuite/codebuild/123456789012"
                + "/projects/demo/build/demo:b1e6661e/?region=eu-west-1";
        Situation manual =
                push.without("CODEBUILD_WEBHOOK_EVENT", "CODEBUILD_WEBHOOK_TRIGGER", "CODEBUILD_WEBHOOK_HEAD_REF");
        Situation pull = push.with(
                "CODEBUILD_WEBHOOK_EVENT=PULL_REQUEST_UPDATED",
                "CODEBUILD_WEBHOOK_TRIGGER=pr/5",
                "CODEBUILD_SOURCE_VERSION=pr/5",
                "CODEBUILD_WEBHOOK_HEAD_REF=refs/heads/topic",
                "CODEBUILD_WEBHOOK_BASE_REF=refs/heads/main");
        return Stream.of(
                push.is("AWS CodeBuild | octo/app | branch feature/x" + end),
                manual.named("CodeBuild started by hand with a ref and a commit")
                        .with("CODEBUILD_SOURCE_VERSION=refs/heads/feature/x^{" + A + "}")
                        .is("AWS CodeBuild | octo/app | branch feature/x" + end),
                manual.named("CodeBuild started by hand, branch from git")
                        .git(KnownGit.detached().on("feature/x"))
                        .is("AWS CodeBuild | octo/app | branch feature/x" + end),
                manual.named("CodeBuild in CodePipeline")
                        .without("CODEBUILD_SOURCE_REPO_URL")
                        .with("CODEBUILD_SOURCE_VERSION=arn:aws:s3:::bucket/source.zip")
                        .git(KnownGit.none())
                        .is("AWS CodeBuild" + end),
                pull.named("CodeBuild pull request")
                        .is("AWS CodeBuild | octo/app | pull 5 from topic into main fork UNKNOWN" + end),
                pull.named("CodeBuild fork")
                        .with("CODEBUILD_WEBHOOK_HEAD_REF=refs/heads/main")
                        .is("AWS CodeBuild | octo/app | pull 5 from main into main fork UNKNOWN" + end),
                manual.named("CodeBuild of a pull request started by hand")
                        .with("CODEBUILD_SOURCE_VERSION=refs/pull/5/head^{" + A + "}")
                        .git(KnownGit.detached().on("main"))
                        .is("AWS CodeBuild | octo/app | pull 5 fork UNKNOWN" + end),
                push.named("CodeBuild tag")
                        .with("CODEBUILD_WEBHOOK_TRIGGER=tag/v1.0", "CODEBUILD_WEBHOOK_HEAD_REF=refs/tags/v1.0")
                        .is("AWS CodeBuild | octo/app | tag v1.0" + end),
                manual.named("CodeBuild detached").is("AWS CodeBuild | octo/app" + end));
    }

    static Stream<Situation> appveyor() {
        Situation push = Situation.of(
                "AppVeyor push",
                "CI=True",
                "APPVEYOR=True",
                "APPVEYOR_REPO_NAME=octo/app",
                "APPVEYOR_REPO_BRANCH=feature/x",
                "APPVEYOR_REPO_TAG=false",
                "APPVEYOR_REPO_COMMIT=" + A,
                "APPVEYOR_BUILD_NUMBER=12",
                "APPVEYOR_BUILD_ID=9876",
                "APPVEYOR_URL=https://ci.appveyor.com",
                "APPVEYOR_ACCOUNT_NAME=octo",
                "APPVEYOR_PROJECT_SLUG=app-slug");
        String end = " | aaaaaaaa | #12 | https://ci.appveyor.com/project/octo/app-slug/builds/9876";
        Situation pull = push.with(
                "APPVEYOR_REPO_BRANCH=main",
                "APPVEYOR_PULL_REQUEST_NUMBER=5",
                "APPVEYOR_PULL_REQUEST_HEAD_REPO_BRANCH=topic",
                "APPVEYOR_PULL_REQUEST_HEAD_REPO_NAME=octo/app");
        return Stream.of(
                push.is("AppVeyor | octo/app | branch feature/x" + end),
                pull.named("AppVeyor pull request")
                        .is("AppVeyor | octo/app | pull 5 from topic into main fork NO" + end),
                pull.named("AppVeyor fork")
                        .with(
                                "APPVEYOR_PULL_REQUEST_HEAD_REPO_NAME=stranger/app",
                                "APPVEYOR_PULL_REQUEST_HEAD_REPO_BRANCH=main")
                        .is("AppVeyor | octo/app | pull 5 from main into main fork YES" + end),
                push.named("AppVeyor tag")
                        .with("APPVEYOR_REPO_TAG=true", "APPVEYOR_REPO_TAG_NAME=v1.0", "APPVEYOR_REPO_BRANCH=v1.0")
                        .is("AppVeyor | octo/app | tag v1.0" + end),
                push.named("AppVeyor detached").without("APPVEYOR_REPO_BRANCH").is("AppVeyor | octo/app" + end));
    }

    static Stream<Situation> semaphore() {
        Situation push = Situation.of(
                "Semaphore push",
                "CI=true",
                "SEMAPHORE=true",
                "SEMAPHORE_GIT_REPO_SLUG=octo/app",
                "SEMAPHORE_GIT_REF_TYPE=branch",
                "SEMAPHORE_GIT_BRANCH=feature/x",
                "SEMAPHORE_GIT_WORKING_BRANCH=feature/x",
                "SEMAPHORE_GIT_SHA=" + A,
                "SEMAPHORE_WORKFLOW_NUMBER=12",
                "SEMAPHORE_WORKFLOW_ID=9876",
                "SEMAPHORE_ORGANIZATION_URL=https://octo.semaphoreci.com");
        String end = " | aaaaaaaa | #12 | https://octo.semaphoreci.com/workflows/9876";
        Situation pull = push.with(
                "SEMAPHORE_GIT_REF_TYPE=pull-request",
                "SEMAPHORE_GIT_BRANCH=main",
                "SEMAPHORE_GIT_WORKING_BRANCH=topic",
                "SEMAPHORE_GIT_PR_BRANCH=topic",
                "SEMAPHORE_GIT_PR_NUMBER=5",
                "SEMAPHORE_GIT_PR_SLUG=octo/app");
        return Stream.of(
                push.is("Semaphore | octo/app | branch feature/x" + end),
                pull.named("Semaphore pull request")
                        .is("Semaphore | octo/app | pull 5 from topic into main fork NO" + end),
                pull.named("Semaphore fork")
                        .with("SEMAPHORE_GIT_PR_SLUG=stranger/app", "SEMAPHORE_GIT_PR_BRANCH=main")
                        .is("Semaphore | octo/app | pull 5 from main into main fork YES" + end),
                push.named("Semaphore tag")
                        .without("SEMAPHORE_GIT_WORKING_BRANCH")
                        .with(
                                "SEMAPHORE_GIT_REF_TYPE=tag",
                                "SEMAPHORE_GIT_TAG_NAME=v1.0",
                                "SEMAPHORE_GIT_BRANCH=refs/tags/v1.0")
                        .is("Semaphore | octo/app | tag v1.0" + end),
                push.named("Semaphore detached")
                        .without("SEMAPHORE_GIT_BRANCH", "SEMAPHORE_GIT_WORKING_BRANCH")
                        .is("Semaphore | octo/app" + end));
    }

    static Stream<Situation> drone() {
        Situation push = Situation.of(
                "Drone push",
                "CI=true",
                "DRONE=true",
                "DRONE_REPO=octo/app",
                "DRONE_BUILD_EVENT=push",
                "DRONE_BRANCH=feature/x",
                "DRONE_COMMIT_REF=refs/heads/feature/x",
                "DRONE_COMMIT_SHA=" + A,
                "DRONE_BUILD_NUMBER=12",
                "DRONE_BUILD_LINK=https://drone.example/octo/app/12");
        String end = " | aaaaaaaa | #12 | https://drone.example/octo/app/12";
        Situation pull = push.with(
                "DRONE_BUILD_EVENT=pull_request",
                "DRONE_BRANCH=main",
                "DRONE_TARGET_BRANCH=main",
                "DRONE_SOURCE_BRANCH=topic",
                "DRONE_PULL_REQUEST=5",
                "DRONE_COMMIT_REF=refs/pull/5/head");
        return Stream.of(
                push.is("Drone | octo/app | branch feature/x" + end),
                pull.named("Drone pull request")
                        .is("Drone | octo/app | pull 5 from topic into main fork UNKNOWN" + end),
                pull.named("Drone fork")
                        .with("DRONE_SOURCE_BRANCH=main")
                        .is("Drone | octo/app | pull 5 from main into main fork UNKNOWN" + end),
                push.named("Drone promotion, on the branch that the clone made")
                        .with("DRONE_BUILD_EVENT=promote", "DRONE_BRANCH=main")
                        .git(KnownGit.detached().on("main"))
                        .is("Drone | octo/app" + end),
                push.named("Drone tag")
                        .with("DRONE_BUILD_EVENT=tag", "DRONE_TAG=v1.0", "DRONE_BRANCH=")
                        .is("Drone | octo/app | tag v1.0" + end),
                push.named("Drone detached").without("DRONE_BRANCH").is("Drone | octo/app" + end));
    }

    static Stream<Situation> codefresh() {
        Situation push = Situation.of(
                "Codefresh push",
                "CI=true",
                "CF_BUILD_ID=5f0a",
                "CF_REPO_OWNER=octo",
                "CF_REPO_NAME=app",
                "CF_BRANCH=feature/x",
                "CF_REVISION=" + A,
                "CF_BUILD_URL=https://g.codefresh.io/build/5f0a");
        String end = " | aaaaaaaa | https://g.codefresh.io/build/5f0a";
        Situation pull = push.with(
                "CF_PULL_REQUEST_NUMBER=5",
                "CF_PULL_REQUEST_TARGET=main",
                "CF_PULL_REQUEST_IS_FORK=false",
                "CF_BRANCH=topic");
        return Stream.of(
                push.is("Codefresh | octo/app | branch feature/x" + end),
                pull.named("Codefresh pull request")
                        .is("Codefresh | octo/app | pull 5 from topic into main fork NO" + end),
                pull.named("Codefresh fork")
                        .with("CF_PULL_REQUEST_IS_FORK=true", "CF_BRANCH=main")
                        .is("Codefresh | octo/app | pull 5 from main into main fork YES" + end),
                push.named("Codefresh tag")
                        .with("CF_BRANCH=v1.0")
                        .git(KnownGit.detached().tagged("v1.0"))
                        .is("Codefresh | octo/app | tag v1.0" + end),
                push.named("Codefresh tag of a release, not in the clone")
                        .with("CF_BRANCH=v1.0", "CF_RELEASE_TAG=v1.0", "CF_BASE_BRANCH=main")
                        .is("Codefresh | octo/app | tag v1.0" + end),
                push.named("Codefresh detached").without("CF_BRANCH").is("Codefresh | octo/app" + end));
    }

    static Stream<Situation> buddy() {
        Situation push = Situation.of(
                "Buddy push",
                "CI=true",
                "BUDDY=true",
                "BUDDY_WORKSPACE_ID=1",
                "BUDDY_REPO_SLUG=octo/app",
                "BUDDY_RUN_BRANCH=feature/x",
                "BUDDY_RUN_COMMIT=" + A,
                "BUDDY_RUN_ID=12",
                "BUDDY_RUN_URL=https://app.buddy.works/octo/app/pipelines/pipeline/1/execution/12");
        String end = " | aaaaaaaa | #12 | https://app.buddy.works/octo/app/pipelines/pipeline/1/execution/12";
        Situation pull =
                push.with("BUDDY_RUN_PR_NO=5", "BUDDY_RUN_PR_HEAD_BRANCH=topic", "BUDDY_RUN_PR_BASE_BRANCH=main");
        return Stream.of(
                push.is("Buddy | octo/app | branch feature/x" + end),
                Situation.of(
                                "Buddy push with the older names",
                                "BUDDY_WORKSPACE_ID=1",
                                "BUDDY_SCM_URL=https://github.com/octo/app",
                                "BUDDY_EXECUTION_BRANCH=feature/x",
                                "BUDDY_EXECUTION_REVISION=" + A,
                                "BUDDY_EXECUTION_ID=12",
                                "BUDDY_EXECUTION_URL=https://app.buddy.works/execution/12")
                        .is("Buddy | octo/app | branch feature/x | aaaaaaaa | #12 | "
                                + "https://app.buddy.works/execution/12"),
                pull.named("Buddy pull request")
                        .is("Buddy | octo/app | pull 5 from topic into main fork UNKNOWN" + end),
                pull.named("Buddy pull request known by its id alone")
                        .without("BUDDY_RUN_PR_NO")
                        .with("BUDDY_EXECUTION_PULL_REQUEST_ID=pull/5")
                        .is("Buddy | octo/app | pull 5 from topic into main fork UNKNOWN" + end),
                pull.named("Buddy fork")
                        .with("BUDDY_RUN_PR_HEAD_BRANCH=main")
                        .is("Buddy | octo/app | pull 5 from main into main fork UNKNOWN" + end),
                push.named("Buddy tag")
                        .without("BUDDY_RUN_BRANCH")
                        .with("BUDDY_EXECUTION_TAG=v1.0")
                        .is("Buddy | octo/app | tag v1.0" + end),
                push.named("Buddy detached").without("BUDDY_RUN_BRANCH").is("Buddy | octo/app" + end));
    }
}
