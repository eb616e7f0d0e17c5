package io.github.artifactpublisher.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForgeServersTest {
    private static final String A = "a".repeat(40);

    @ParameterizedTest
    @MethodSource({"forgejo", "gitea", "github", "woodpecker", "gitlab", "bitbucket", "azure"})
    void concludes(Situation situation) {
        assertThat(Situation.line(situation.detected())).isEqualTo(situation.expected());
    }

    static Stream<Situation> github() {
        Situation push = Situation.of(
                "GitHub push",
                "CI=true",
                "GITHUB_ACTIONS=true",
                "GITHUB_REPOSITORY=octo/app",
                "GITHUB_EVENT_NAME=push",
                "GITHUB_REF=refs/heads/feature/x",
                "GITHUB_REF_NAME=feature/x",
                "GITHUB_REF_TYPE=branch",
                "GITHUB_HEAD_REF=",
                "GITHUB_BASE_REF=",
                "GITHUB_SHA=" + A,
                "GITHUB_RUN_NUMBER=12",
                "GITHUB_RUN_ID=9876",
                "GITHUB_RUN_ATTEMPT=2",
                "GITHUB_SERVER_URL=https://github.com",
                "GITHUB_EVENT_PATH=/event.json");
        String end = " | aaaaaaaa | #12 | https://github.com/octo/app/actions/runs/9876/attempts/2";
        Situation pull = push.with(
                "GITHUB_EVENT_NAME=pull_request",
                "GITHUB_REF=refs/pull/5/merge",
                "GITHUB_REF_NAME=5/merge",
                "GITHUB_HEAD_REF=topic",
                "GITHUB_BASE_REF=main");
        Situation target = pull.with(
                "GITHUB_EVENT_NAME=pull_request_target", "GITHUB_REF=refs/heads/main", "GITHUB_REF_NAME=main");
        return Stream.of(
                push.is("GitHub Actions | octo/app | branch feature/x" + end),
                push.named("GitHub push, on an old server")
                        .without("GITHUB_REF_TYPE", "GITHUB_RUN_ATTEMPT")
                        .is("GitHub Actions | octo/app | branch feature/x | aaaaaaaa | #12 | "
                                + "https://github.com/octo/app/actions/runs/9876"),
                pull.named("GitHub pull request")
                        .file("/event.json", event("octo/app"))
                        .is("GitHub Actions | octo/app | pull 5 from topic into main fork NO" + end),
                pull.named("GitHub fork")
                        .file("/event.json", event("stranger/app"))
                        .is("GitHub Actions | octo/app | pull 5 from topic into main fork YES" + end),
                pull.named("GitHub fork's branch main")
                        .with("GITHUB_HEAD_REF=main")
                        .file("/event.json", event("stranger/app"))
                        .is("GitHub Actions | octo/app | pull 5 from main into main fork YES" + end),
                pull.named("GitHub deleted fork")
                        .file("/event.json", "{\"pull_request\": {\"number\": 5, \"head\": {\"repo\": null}}}")
                        .is("GitHub Actions | octo/app | pull 5 from topic into main fork YES" + end),
                pull.named("GitHub pull request, event unreadable")
                        .is("GitHub Actions | octo/app | pull 5 from topic into main fork UNKNOWN" + end),
                pull.named("GitHub pull request, event cut off")
                        .file("/event.json", "{\"pull_request\": {")
                        .is("GitHub Actions | octo/app | pull 5 from topic into main fork UNKNOWN" + end),
                pull.named("GitHub review")
                        .with("GITHUB_EVENT_NAME=pull_request_review", "GITHUB_HEAD_REF=", "GITHUB_BASE_REF=")
                        .file("/event.json", event("octo/app"))
                        .is("GitHub Actions | octo/app | pull 5 from topic into main fork NO" + end),
                target.named("GitHub pull_request_target")
                        .file("/event.json", event("stranger/app"))
                        .is("GitHub Actions | octo/app | pull 5 from topic into main fork YES" + end
                                + " | untrusted pull_request_target"),
                push.named("GitHub workflow_run")
                        .with("GITHUB_EVENT_NAME=workflow_run", "GITHUB_REF=refs/heads/main", "GITHUB_REF_NAME=main")
                        .is("GitHub Actions | octo/app | branch main" + end + " | untrusted workflow_run"),
                push.named("GitHub merge queue")
                        .with(
                                "GITHUB_EVENT_NAME=merge_group",
                                "GITHUB_REF=refs/heads/gh-readonly-queue/main/pr-5-1234",
                                "GITHUB_REF_NAME=gh-readonly-queue/main/pr-5-1234")
                        .is("GitHub Actions | octo/app | branch gh-readonly-queue/main/pr-5-1234" + end
                                + " | queued by merge_group"),
                push.named("GitHub push to a branch of the merge queue")
                        .with(
                                "GITHUB_REF=refs/heads/gh-readonly-queue/main/pr-5-1234",
                                "GITHUB_REF_NAME=gh-readonly-queue/main/pr-5-1234")
                        .is("GitHub Actions | octo/app | branch gh-readonly-queue/main/pr-5-1234" + end
                                + " | queued by merge_group"),
                pull.named("GitHub pull request of Dependabot")
                        .with("GITHUB_ACTOR=dependabot[bot]", "GITHUB_HEAD_REF=dependabot/maven/x-2")
                        .file("/event.json", event("octo/app"))
                        .is("GitHub Actions | octo/app | pull 5 from dependabot/maven/x-2 into main fork NO" + end
                                + " | no secrets for dependabot[bot]"),
                push.named("GitHub push of Dependabot")
                        .with(
                                "GITHUB_ACTOR=dependabot[bot]",
                                "GITHUB_REF=refs/heads/dependabot/maven/x-2",
                                "GITHUB_REF_NAME=dependabot/maven/x-2")
                        .is("GitHub Actions | octo/app | branch dependabot/maven/x-2" + end
                                + " | no secrets for dependabot[bot]"),
                push.named("GitHub push of a merge that Dependabot made on request")
                        .with("GITHUB_ACTOR=dependabot[bot]", "GITHUB_REF=refs/heads/main", "GITHUB_REF_NAME=main")
                        .is("GitHub Actions | octo/app | branch main" + end),
                pull.named("GitHub pull request of Renovate, which has secrets")
                        .with("GITHUB_ACTOR=renovate[bot]", "GITHUB_HEAD_REF=renovate/x-2")
                        .file("/event.json", event("octo/app"))
                        .is("GitHub Actions | octo/app | pull 5 from renovate/x-2 into main fork NO" + end),
                push.named("GitHub tag")
                        .with("GITHUB_REF=refs/tags/v1.0", "GITHUB_REF_NAME=v1.0", "GITHUB_REF_TYPE=tag")
                        .is("GitHub Actions | octo/app | tag v1.0" + end),
                push.named("GitHub detached")
                        .without("GITHUB_REF", "GITHUB_REF_NAME", "GITHUB_REF_TYPE")
                        .is("GitHub Actions | octo/app" + end));
    }

    static Stream<Situation> gitea() {
        Situation push = Situation.of(
                "Gitea push",
                "CI=true",
                "GITEA_ACTIONS=true",
                "GITHUB_ACTIONS=true",
                "GITHUB_REPOSITORY=octo/app",
                "GITHUB_EVENT_NAME=push",
                "GITHUB_REF=refs/heads/feature/x",
                "GITHUB_REF_NAME=feature/x",
                "GITHUB_REF_TYPE=branch",
                "GITHUB_SHA=" + A,
                "GITHUB_RUN_NUMBER=12",
                "GITHUB_RUN_ID=9876",
                "GITHUB_SERVER_URL=https://git.example/",
                "GITHUB_EVENT_PATH=/event.json");
        return likeGitHub("Gitea Actions", push);
    }

    static Stream<Situation> forgejo() {
        Situation push = Situation.of(
                "Forgejo push",
                "CI=true",
                "FORGEJO_ACTIONS=true",
                "GITEA_ACTIONS=true",
                "GITHUB_ACTIONS=true",
                "GITHUB_REPOSITORY=octo/app",
                "GITHUB_EVENT_NAME=push",
                "GITHUB_REF=refs/heads/feature/x",
                "GITHUB_REF_NAME=feature/x",
                "GITHUB_SHA=" + A,
                "GITHUB_RUN_NUMBER=12",
                "GITHUB_RUN_ID=9876",
                "GITHUB_SERVER_URL=https://git.example",
                "GITHUB_EVENT_PATH=/event.json");
        return likeGitHub("Forgejo Actions", push);
    }

    private static Stream<Situation> likeGitHub(String server, Situation push) {
        String end = " | aaaaaaaa | #12 | https://git.example/octo/app/actions/runs/12";
        Situation pull = push.with(
                "GITHUB_EVENT_NAME=pull_request",
                "GITHUB_REF=refs/pull/5/head",
                "GITHUB_REF_NAME=5/head",
                "GITHUB_HEAD_REF=topic",
                "GITHUB_BASE_REF=main");
        return Stream.of(
                push.is(server + " | octo/app | branch feature/x" + end),
                pull.named(server + " pull request")
                        .file("/event.json", event("octo/app"))
                        .is(server + " | octo/app | pull 5 from topic into main fork NO" + end),
                pull.named(server + " fork")
                        .file("/event.json", event("stranger/app"))
                        .is(server + " | octo/app | pull 5 from topic into main fork YES" + end),
                pull.named(server + " reusable workflow of a fork")
                        .with("GITHUB_EVENT_NAME=workflow_call")
                        .file("/event.json", event("stranger/app"))
                        .is(server + " | octo/app | pull 5 from topic into main fork YES" + end),
                push.named(server + " tag")
                        .with("GITHUB_REF=refs/tags/v1.0", "GITHUB_REF_NAME=v1.0", "GITHUB_REF_TYPE=tag")
                        .is(server + " | octo/app | tag v1.0" + end),
                push.named(server + " detached")
                        .without("GITHUB_REF", "GITHUB_REF_NAME", "GITHUB_REF_TYPE")
                        .is(server + " | octo/app" + end));
    }

    static Stream<Situation> woodpecker() {
        Situation push = Situation.of(
                "Woodpecker push",
                "CI=woodpecker",
                "CI_REPO=octo/app",
                "CI_PIPELINE_EVENT=push",
                "CI_COMMIT_BRANCH=feature/x",
                "CI_COMMIT_TAG=",
                "CI_COMMIT_SHA=" + A,
                "CI_PIPELINE_NUMBER=12",
                "CI_PIPELINE_URL=https://ci.example/repos/1/pipeline/12");
        String end = " | aaaaaaaa | #12 | https://ci.example/repos/1/pipeline/12";
        Situation pull = push.with(
                "CI_PIPELINE_EVENT=pull_request",
                "CI_COMMIT_BRANCH=main",
                "CI_COMMIT_PULL_REQUEST=5",
                "CI_COMMIT_SOURCE_BRANCH=topic",
                "CI_COMMIT_TARGET_BRANCH=main");
        return Stream.of(
                push.is("Woodpecker | octo/app | branch feature/x" + end),
                pull.named("Woodpecker pull request")
                        .is("Woodpecker | octo/app | pull 5 from topic into main fork UNKNOWN" + end),
                pull.named("Woodpecker fork")
                        .with("CI_PIPELINE_EVENT=pull_request_closed", "CI_COMMIT_SOURCE_BRANCH=main")
                        .is("Woodpecker | octo/app | pull 5 from main into main fork UNKNOWN" + end),
                push.named("Woodpecker tag")
                        .with("CI_PIPELINE_EVENT=tag", "CI_COMMIT_TAG=v1.0", "CI_COMMIT_BRANCH=main")
                        .is("Woodpecker | octo/app | tag v1.0" + end),
                push.named("Woodpecker detached").without("CI_COMMIT_BRANCH").is("Woodpecker | octo/app" + end));
    }

    static Stream<Situation> gitlab() {
        Situation push = Situation.of(
                "GitLab push",
                "CI=true",
                "GITLAB_CI=true",
                "CI_PROJECT_PATH=group/sub/app",
                "CI_REPOSITORY_URL=https://gitlab-ci-token:s3cret@gitlab.example/group/sub/app.git",
                "CI_PIPELINE_SOURCE=push",
                "CI_COMMIT_BRANCH=feature/x",
                "CI_COMMIT_REF_NAME=feature/x",
                "CI_COMMIT_SHA=" + A,
                "CI_PIPELINE_IID=12",
                "CI_PIPELINE_ID=9876",
                "CI_PIPELINE_URL=https://gitlab.example/group/sub/app/-/pipelines/9876");
        String end = " | aaaaaaaa | #12 | https://gitlab.example/group/sub/app/-/pipelines/9876";
        Situation pull = push.without("CI_COMMIT_BRANCH")
                .with(
                        "CI_PIPELINE_SOURCE=merge_request_event",
                        "CI_COMMIT_REF_NAME=topic",
                        "CI_MERGE_REQUEST_ID=77001",
                        "CI_MERGE_REQUEST_IID=5",
                        "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME=topic",
                        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main",
                        "CI_MERGE_REQUEST_PROJECT_PATH=group/sub/app",
                        "CI_MERGE_REQUEST_SOURCE_PROJECT_PATH=group/sub/app");
        return Stream.of(
                push.is("GitLab CI | group/sub/app | branch feature/x" + end),
                pull.named("GitLab merge request")
                        .is("GitLab CI | group/sub/app | pull 5 from topic into main fork NO" + end),
                pull.named("GitLab merge request in a merge train")
                        .with("CI_MERGE_REQUEST_EVENT_TYPE=merge_train")
                        .is("GitLab CI | group/sub/app | pull 5 from topic into main fork NO" + end
                                + " | queued by merge_train"),
                pull.named("GitLab merge request, merged result")
                        .with("CI_MERGE_REQUEST_EVENT_TYPE=merged_result")
                        .is("GitLab CI | group/sub/app | pull 5 from topic into main fork NO" + end),
                pull.named("GitLab fork, in the fork's project")
                        .with("CI_PROJECT_PATH=stranger/app", "CI_MERGE_REQUEST_SOURCE_PROJECT_PATH=stranger/app")
                        .is("GitLab CI | stranger/app | pull 5 from topic into main fork YES" + end),
                push.named("GitLab for a pull request on GitHub")
                        .with(
                                "CI_EXTERNAL_PULL_REQUEST_IID=5",
                                "CI_EXTERNAL_PULL_REQUEST_SOURCE_REPOSITORY=stranger/app",
                                "CI_EXTERNAL_PULL_REQUEST_TARGET_REPOSITORY=octo/app",
                                "CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_NAME=main",
                                "CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_NAME=main",
                                "CI_COMMIT_BRANCH=main")
                        .is("GitLab CI | group/sub/app | pull 5 from main into main fork YES" + end),
                push.named("GitLab tag")
                        .without("CI_COMMIT_BRANCH")
                        .with("CI_COMMIT_TAG=v1.0", "CI_COMMIT_REF_NAME=v1.0")
                        .is("GitLab CI | group/sub/app | tag v1.0" + end),
                push.named("GitLab detached").without("CI_COMMIT_BRANCH").is("GitLab CI | group/sub/app" + end));
    }

    static Stream<Situation> bitbucket() {
        Situation push = Situation.of(
                "Bitbucket push",
                "CI=true",
                "BITBUCKET_BUILD_NUMBER=12",
                "BITBUCKET_REPO_FULL_NAME=octo/app",
                "BITBUCKET_BRANCH=feature/x",
                "BITBUCKET_COMMIT=" + A);
        String end = " | aaaaaaaa | #12 | https://bitbucket.org/octo/app/pipelines/results/12";
        Situation pull =
                push.with("BITBUCKET_PR_ID=5", "BITBUCKET_BRANCH=topic", "BITBUCKET_PR_DESTINATION_BRANCH=main");
        return Stream.of(
                push.is("Bitbucket Pipelines | octo/app | branch feature/x" + end),
                pull.named("Bitbucket pull request")
                        .is("Bitbucket Pipelines | octo/app | pull 5 from topic into main fork UNKNOWN" + end),
                pull.named("Bitbucket fork")
                        .with("BITBUCKET_BRANCH=main")
                        .is("Bitbucket Pipelines | octo/app | pull 5 from main into main fork UNKNOWN" + end),
                push.named("Bitbucket tag")
                        .without("BITBUCKET_BRANCH")
                        .with("BITBUCKET_TAG=v1.0")
                        .is("Bitbucket Pipelines | octo/app | tag v1.0" + end),
                push.named("Bitbucket detached")
                        .without("BITBUCKET_BRANCH")
                        .is("Bitbucket Pipelines | octo/app" + end));
    }

    static Stream<Situation> azure() {
        Situation push = Situation.of(
                "Azure push",
                "TF_BUILD=True",
                "BUILD_REPOSITORY_PROVIDER=GitHub",
                "BUILD_REPOSITORY_NAME=octo/app",
                "BUILD_REPOSITORY_URI=https://github.com/octo/app",
                "BUILD_REASON=IndividualCI",
                "BUILD_SOURCEBRANCH=refs/heads/feature/x",
                "BUILD_SOURCEBRANCHNAME=x",
                "BUILD_SOURCEVERSION=" + A,
                "BUILD_BUILDNUMBER=20260304.2",
                "BUILD_BUILDID=9876",
                "SYSTEM_COLLECTIONURI=https://dev.azure.com/acme/",
                "SYSTEM_TEAMPROJECT=Big Project");
        String end = " | aaaaaaaa | #20260304.2 | https://dev.azure.com/acme/Big%20Project/_build/results?buildId=9876";
        Situation pull = push.with(
                "BUILD_REASON=PullRequest",
                "BUILD_SOURCEBRANCH=refs/pull/5/merge",
                "SYSTEM_PULLREQUEST_PULLREQUESTID=770011",
                "SYSTEM_PULLREQUEST_PULLREQUESTNUMBER=5",
                "SYSTEM_PULLREQUEST_SOURCEBRANCH=refs/heads/topic",
                "SYSTEM_PULLREQUEST_TARGETBRANCH=main",
                "SYSTEM_PULLREQUEST_ISFORK=False");
        return Stream.of(
                push.is("Azure Pipelines | octo/app | branch feature/x" + end),
                push.named("Azure push to Azure Repos")
                        .with(
                                "BUILD_REPOSITORY_PROVIDER=TfsGit",
                                "BUILD_REPOSITORY_NAME=app",
                                "BUILD_REPOSITORY_URI=https://acme@dev.azure.com/acme/Big%20Project/_git/app")
                        .is("Azure Pipelines | acme/Big Project/app | branch feature/x" + end),
                pull.named("Azure pull request")
                        .is("Azure Pipelines | octo/app | pull 5 from topic into main fork NO" + end),
                pull.named("Azure fork")
                        .with("SYSTEM_PULLREQUEST_ISFORK=True", "SYSTEM_PULLREQUEST_SOURCEBRANCH=refs/heads/main")
                        .is("Azure Pipelines | octo/app | pull 5 from main into main fork YES" + end),
                pull.named("Azure Repos pull request, server does not name forks")
                        .without("SYSTEM_PULLREQUEST_PULLREQUESTNUMBER", "SYSTEM_PULLREQUEST_ISFORK")
                        .with("SYSTEM_PULLREQUEST_TARGETBRANCH=refs/heads/main")
                        .is("Azure Pipelines | octo/app | pull 770011 from topic into main fork UNKNOWN" + end),
                push.named("Azure tag")
                        .with("BUILD_SOURCEBRANCH=refs/tags/v1.0", "BUILD_SOURCEBRANCHNAME=v1.0")
                        .is("Azure Pipelines | octo/app | tag v1.0" + end),
                push.named("Azure detached").without("BUILD_SOURCEBRANCH").is("Azure Pipelines | octo/app" + end));
    }

    private static String event(String headRepository) {
        return "{\"number\": 5, \"pull_request\": {\"number\": 5, \"base\": {\"ref\": \"main\"}, \"head\": {\"ref\": \"topic\","
                + " \"repo\": {\"full_name\": \"" + headRepository + "\"}}}}";
    }
}
