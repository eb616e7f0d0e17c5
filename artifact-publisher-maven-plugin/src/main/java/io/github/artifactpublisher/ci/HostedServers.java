package io.github.artifactpublisher.ci;

import static io.github.artifactpublisher.ci.CiServer.server;
import static io.github.artifactpublisher.ci.Condition.found;
import static io.github.artifactpublisher.ci.Condition.isMissing;
import static io.github.artifactpublisher.ci.Condition.isOneOf;
import static io.github.artifactpublisher.ci.Condition.isSet;
import static io.github.artifactpublisher.ci.Condition.isTagAtHead;
import static io.github.artifactpublisher.ci.Condition.isTrue;
import static io.github.artifactpublisher.ci.ForkRule.differ;
import static io.github.artifactpublisher.ci.ForkRule.firstToKnow;
import static io.github.artifactpublisher.ci.ForkRule.flag;
import static io.github.artifactpublisher.ci.ForkRule.noIf;
import static io.github.artifactpublisher.ci.ForkRule.undocumented;
import static io.github.artifactpublisher.ci.ForkRule.yesIf;
import static io.github.artifactpublisher.ci.Lookup.firstOf;
import static io.github.artifactpublisher.ci.Lookup.gitBranch;
import static io.github.artifactpublisher.ci.Lookup.gitRemote;
import static io.github.artifactpublisher.ci.Lookup.unless;
import static io.github.artifactpublisher.ci.Lookup.variable;
import static io.github.artifactpublisher.ci.Lookup.when;
import static io.github.artifactpublisher.ci.LookupConversions.branchOfRef;
import static io.github.artifactpublisher.ci.LookupConversions.commitOnly;
import static io.github.artifactpublisher.ci.LookupConversions.matching;
import static io.github.artifactpublisher.ci.LookupConversions.page;
import static io.github.artifactpublisher.ci.LookupConversions.rewritten;
import static io.github.artifactpublisher.ci.LookupConversions.slugOfRemote;
import static io.github.artifactpublisher.ci.LookupConversions.template;
import static io.github.artifactpublisher.ci.LookupConversions.withoutPrefix;

import java.util.List;

/** The CI servers that are hosted services without a forge. */
final class HostedServers {
    /** The name that CircleCI gives to the branch of a pull request from a fork. */
    private static final String FORK_BRANCH = "pull/[0-9]+(?:/.*)?";

    /**
     * CodeBuild's source version is {@code refs/heads/x}, with or without {@code ^{commit}}; a bare name may be a tag.
     */
    private static final String VERSION_SUFFIX = "(?:\\^\\{.*})?";

    private static final String CONSOLE =
            "https://$1.console.aws.amazon.com/codesuite/codebuild/$2/projects/$3/build/$3:$4/?region=$1";

    static final List<CiServer> ROWS = List.of(
            server("Travis CI", isTrue("TRAVIS"))
                    .slug(variable("TRAVIS_REPO_SLUG"))
                    .branch(variable("TRAVIS_BRANCH"))
                    .pullRequest(unless("false", variable("TRAVIS_PULL_REQUEST")))
                    .source(variable("TRAVIS_PULL_REQUEST_BRANCH"))
                    .target(variable("TRAVIS_BRANCH"))
                    .fork(differ(variable("TRAVIS_PULL_REQUEST_SLUG"), variable("TRAVIS_REPO_SLUG")))
                    .tag(variable("TRAVIS_TAG"))
                    .commit(variable("TRAVIS_COMMIT"))
                    .topicCommit(variable("TRAVIS_PULL_REQUEST_SHA"))
                    .buildNumber(variable("TRAVIS_BUILD_NUMBER"))
                    .sequence(variable("TRAVIS_BUILD_NUMBER"))
                    .buildUrl(page("TRAVIS_BUILD_WEB_URL")),
            server("CircleCI", isTrue("CIRCLECI"))
                    // If the repository's URL is missing (GitHub App, GitLab), the two names are those of CircleCI's
                    // organisation and project, which users can choose, so the remote comes first.
                    .slug(firstOf(
                            when(
                                    isSet("CIRCLE_REPOSITORY_URL"),
                                    template("{CIRCLE_PROJECT_USERNAME}/{CIRCLE_PROJECT_REPONAME}")),
                            slugOfRemote(gitRemote()),
                            template("{CIRCLE_PROJECT_USERNAME}/{CIRCLE_PROJECT_REPONAME}")))
                    .branch(variable("CIRCLE_BRANCH"))
                    .pullRequest(
                            firstOf(
                                    variable("CIRCLE_PR_NUMBER"),
                                    variable("CIRCLE_PULL_REQUEST"),
                                    matching(FORK_BRANCH, variable("CIRCLE_BRANCH"))),
                            firstOf(
                                    variable("CIRCLE_PR_NUMBER"),
                                    rewritten(".*/([0-9]+)/?", "$1", variable("CIRCLE_PULL_REQUEST")),
                                    rewritten("pull/([0-9]+)(?:/.*)?", "$1", variable("CIRCLE_BRANCH"))))
                    .source(rewritten("(?!" + FORK_BRANCH + "$).+", "$0", variable("CIRCLE_BRANCH")))
                    .fork(firstToKnow(
                            yesIf(isSet("CIRCLE_PR_NUMBER", "CIRCLE_PR_USERNAME", "CIRCLE_PR_REPONAME")
                                    .or(found(matching(FORK_BRANCH, variable("CIRCLE_BRANCH"))))),
                            noIf(isSet("CIRCLE_PULL_REQUEST"))))
                    .tag(variable("CIRCLE_TAG"))
                    .commit(variable("CIRCLE_SHA1"))
                    .buildNumber(variable("CIRCLE_BUILD_NUM"))
                    .run(variable("CIRCLE_WORKFLOW_ID"))
                    .buildUrl(page("CIRCLE_BUILD_URL")),
            server("Buildkite", isTrue("BUILDKITE"))
                    .slug(slugOfRemote(variable("BUILDKITE_REPO")))
                    .branch(variable("BUILDKITE_BRANCH"))
                    .pullRequest(unless("false", variable("BUILDKITE_PULL_REQUEST")))
                    // "owner:branch" for forks, if a pipeline is set so; no branch has a colon.
                    .source(rewritten("(?:[^:]*:)?(.+)", "$1", variable("BUILDKITE_BRANCH")))
                    .target(variable("BUILDKITE_PULL_REQUEST_BASE_BRANCH"))
                    .fork(differ(
                            slugOfRemote(variable("BUILDKITE_PULL_REQUEST_REPO")),
                            slugOfRemote(variable("BUILDKITE_REPO"))))
                    .tag(variable("BUILDKITE_TAG"))
                    .commit(commitOnly(variable("BUILDKITE_COMMIT")))
                    .buildNumber(variable("BUILDKITE_BUILD_NUMBER"))
                    .attempt(variable("BUILDKITE_RETRY_COUNT"))
                    .buildUrl(page("BUILDKITE_BUILD_URL")),
            server("AWS CodeBuild", isSet("CODEBUILD_BUILD_ARN", "CODEBUILD_BUILD_ID"))
                    .slug(slugOfRemote(variable("CODEBUILD_SOURCE_REPO_URL")))
                    .branch(firstOf(
                            withoutPrefix("refs/heads/", variable("CODEBUILD_WEBHOOK_HEAD_REF")),
                            withoutPrefix("branch/", variable("CODEBUILD_WEBHOOK_TRIGGER")),
                            rewritten("refs/heads/(.+?)" + VERSION_SUFFIX, "$1", variable("CODEBUILD_SOURCE_VERSION")),
                            gitBranch()))
                    .pullRequest(
                            firstOf(
                                    matching("PULL_REQUEST_.+", variable("CODEBUILD_WEBHOOK_EVENT")),
                                    matching("pr/.+", variable("CODEBUILD_WEBHOOK_TRIGGER")),
                                    matching("(?:pr|refs/pull)/.+", variable("CODEBUILD_SOURCE_VERSION"))),
                            firstOf(
                                    withoutPrefix("pr/", variable("CODEBUILD_WEBHOOK_TRIGGER")),
                                    rewritten(
                                            "(?:pr|refs/pull)/([0-9]+).*", "$1", variable("CODEBUILD_SOURCE_VERSION"))))
                    .source(branchOfRef(variable("CODEBUILD_WEBHOOK_HEAD_REF")))
                    .target(branchOfRef(variable("CODEBUILD_WEBHOOK_BASE_REF")))
                    .fork(undocumented())
                    .tag(firstOf(
                            withoutPrefix("tag/", variable("CODEBUILD_WEBHOOK_TRIGGER")),
                            withoutPrefix("refs/tags/", variable("CODEBUILD_WEBHOOK_HEAD_REF")),
                            rewritten("refs/tags/(.+?)" + VERSION_SUFFIX, "$1", variable("CODEBUILD_SOURCE_VERSION"))))
                    .commit(commitOnly(variable("CODEBUILD_RESOLVED_SOURCE_VERSION")))
                    .buildNumber(variable("CODEBUILD_BUILD_NUMBER"))
                    .buildUrl(firstOf(
                            page("CODEBUILD_PUBLIC_BUILD_URL"),
                            rewritten(
                                    "arn:aws:codebuild:([^:]+):([0-9]+):build/([^:]+):(.+)",
                                    CONSOLE,
                                    variable("CODEBUILD_BUILD_ARN")))),
            server("AppVeyor", isTrue("APPVEYOR"))
                    .slug(variable("APPVEYOR_REPO_NAME"))
                    .branch(variable("APPVEYOR_REPO_BRANCH"))
                    .pullRequest(variable("APPVEYOR_PULL_REQUEST_NUMBER"))
                    .source(variable("APPVEYOR_PULL_REQUEST_HEAD_REPO_BRANCH"))
                    .target(variable("APPVEYOR_REPO_BRANCH"))
                    .fork(differ(variable("APPVEYOR_PULL_REQUEST_HEAD_REPO_NAME"), variable("APPVEYOR_REPO_NAME")))
                    .tag(when(isTrue("APPVEYOR_REPO_TAG"), variable("APPVEYOR_REPO_TAG_NAME")))
                    .commit(variable("APPVEYOR_REPO_COMMIT"))
                    .topicCommit(variable("APPVEYOR_PULL_REQUEST_HEAD_COMMIT"))
                    .buildNumber(variable("APPVEYOR_BUILD_NUMBER"))
                    // The number is counted per project, of which a repository may have several; the id is not.
                    .sequence(variable("APPVEYOR_BUILD_ID"))
                    .buildUrl(template("{APPVEYOR_URL}/project/{APPVEYOR_ACCOUNT_NAME}/{APPVEYOR_PROJECT_SLUG}"
                            + "/builds/{APPVEYOR_BUILD_ID}")),
            server("Semaphore", isTrue("SEMAPHORE"))
                    .slug(variable("SEMAPHORE_GIT_REPO_SLUG"))
                    .branch(when(
                            isOneOf("SEMAPHORE_GIT_REF_TYPE", "branch"),
                            firstOf(variable("SEMAPHORE_GIT_WORKING_BRANCH"), variable("SEMAPHORE_GIT_BRANCH"))))
                    .pullRequest(
                            matching("pull-request", variable("SEMAPHORE_GIT_REF_TYPE")),
                            variable("SEMAPHORE_GIT_PR_NUMBER"))
                    .source(firstOf(variable("SEMAPHORE_GIT_PR_BRANCH"), variable("SEMAPHORE_GIT_WORKING_BRANCH")))
                    .target(variable("SEMAPHORE_GIT_BRANCH"))
                    .fork(differ(variable("SEMAPHORE_GIT_PR_SLUG"), variable("SEMAPHORE_GIT_REPO_SLUG")))
                    .tag(variable("SEMAPHORE_GIT_TAG_NAME"))
                    .commit(variable("SEMAPHORE_GIT_SHA"))
                    .topicCommit(variable("SEMAPHORE_GIT_PR_SHA"))
                    .buildNumber(variable("SEMAPHORE_WORKFLOW_NUMBER"))
                    .buildUrl(template("{SEMAPHORE_ORGANIZATION_URL}/workflows/{SEMAPHORE_WORKFLOW_ID}")),
            server("Drone", isTrue("DRONE"))
                    .slug(variable("DRONE_REPO"))
                    // Not "promote" and "rollback": they repeat another build, which may be of a pull request.
                    .branch(when(isOneOf("DRONE_BUILD_EVENT", "push", "cron", "custom"), variable("DRONE_BRANCH")))
                    .pullRequest(
                            firstOf(
                                    matching("pull_request", variable("DRONE_BUILD_EVENT")),
                                    matching("refs/pull/.+", variable("DRONE_COMMIT_REF"))),
                            firstOf(
                                    variable("DRONE_PULL_REQUEST"),
                                    rewritten("refs/pull/([^/]+)/.*", "$1", variable("DRONE_COMMIT_REF"))))
                    .source(variable("DRONE_SOURCE_BRANCH"))
                    .target(variable("DRONE_TARGET_BRANCH"))
                    .fork(undocumented())
                    .tag(variable("DRONE_TAG"))
                    .commit(variable("DRONE_COMMIT_SHA"))
                    .buildNumber(variable("DRONE_BUILD_NUMBER"))
                    // Harness sets Drone's variables, but counts per pipeline.
                    .sequence(when(isMissing("HARNESS_BUILD_ID"), variable("DRONE_BUILD_NUMBER")))
                    .buildUrl(page("DRONE_BUILD_LINK")),
            server("Codefresh", isSet("CF_BUILD_ID"))
                    .slug(template("{CF_REPO_OWNER}/{CF_REPO_NAME}"))
                    .branch(variable("CF_BRANCH"))
                    .pullRequest(firstOf(variable("CF_PULL_REQUEST_NUMBER"), variable("CF_PULL_REQUEST_ID")))
                    .source(variable("CF_BRANCH"))
                    .target(variable("CF_PULL_REQUEST_TARGET"))
                    .fork(flag("CF_PULL_REQUEST_IS_FORK"))
                    // In the build of a tag, CF_BRANCH is the tag. A release's variable or git shows it.
                    .tag(firstOf(
                            variable("CF_RELEASE_TAG"),
                            when(isTagAtHead(variable("CF_BRANCH")), variable("CF_BRANCH"))))
                    .commit(variable("CF_REVISION"))
                    .buildUrl(page("CF_BUILD_URL")),
            server("Buddy", isTrue("BUDDY").or(isSet("BUDDY_WORKSPACE_ID")))
                    .slug(firstOf(variable("BUDDY_REPO_SLUG"), slugOfRemote(variable("BUDDY_SCM_URL"))))
                    .branch(firstOf(variable("BUDDY_RUN_BRANCH"), variable("BUDDY_EXECUTION_BRANCH")))
                    .pullRequest(firstOf(
                            variable("BUDDY_RUN_PR_NO"),
                            variable("BUDDY_EXECUTION_PULL_REQUEST_NO"),
                            // The id has the form pull/5.
                            rewritten("(?:.*/)?([0-9]+)", "$1", variable("BUDDY_EXECUTION_PULL_REQUEST_ID"))))
                    .source(firstOf(
                            variable("BUDDY_RUN_PR_HEAD_BRANCH"), variable("BUDDY_EXECUTION_PULL_REQUEST_HEAD_BRANCH")))
                    .target(firstOf(
                            variable("BUDDY_RUN_PR_BASE_BRANCH"), variable("BUDDY_EXECUTION_PULL_REQUEST_BASE_BRANCH")))
                    .fork(undocumented())
                    .tag(firstOf(
                            when(isOneOf("BUDDY_RUN_REF_TYPE", "TAG", "tag"), variable("BUDDY_RUN_REF_NAME")),
                            variable("BUDDY_RUN_TAG"),
                            variable("BUDDY_EXECUTION_TAG")))
                    .commit(firstOf(variable("BUDDY_RUN_COMMIT"), variable("BUDDY_EXECUTION_REVISION")))
                    .buildNumber(firstOf(variable("BUDDY_RUN_ID"), variable("BUDDY_EXECUTION_ID")))
                    .buildUrl(firstOf(page("BUDDY_RUN_URL"), page("BUDDY_EXECUTION_URL"), page("BUDDY_PIPELINE_URL"))));

    private HostedServers() {}
}
