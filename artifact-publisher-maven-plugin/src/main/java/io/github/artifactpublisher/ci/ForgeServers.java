package io.github.artifactpublisher.ci;

import static io.github.artifactpublisher.ci.CiServer.server;
import static io.github.artifactpublisher.ci.Condition.found;
import static io.github.artifactpublisher.ci.Condition.isOneOf;
import static io.github.artifactpublisher.ci.Condition.isSet;
import static io.github.artifactpublisher.ci.Condition.isTrue;
import static io.github.artifactpublisher.ci.ForkRule.differ;
import static io.github.artifactpublisher.ci.ForkRule.firstToKnow;
import static io.github.artifactpublisher.ci.ForkRule.flag;
import static io.github.artifactpublisher.ci.ForkRule.undocumented;
import static io.github.artifactpublisher.ci.ForkRule.yesIfRepositoryIsGone;
import static io.github.artifactpublisher.ci.Lookup.event;
import static io.github.artifactpublisher.ci.Lookup.firstOf;
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

/**
 * The CI servers that belong to a forge, and Woodpecker, which sets some of GitLab's variables. Forgejo and Gitea set
 * GitHub's variables, so they come before it.
 */
final class ForgeServers {
    /** The URLs of Forgejo and Gitea contain the number of a run, GitHub's its id. */
    private static final Lookup URL_BY_NUMBER =
            template("{GITHUB_SERVER_URL}/{GITHUB_REPOSITORY}/actions/runs/{GITHUB_RUN_NUMBER}");

    private static final Lookup URL_BY_ID = firstOf(
            template(
                    "{GITHUB_SERVER_URL}/{GITHUB_REPOSITORY}/actions/runs/{GITHUB_RUN_ID}/attempts/{GITHUB_RUN_ATTEMPT}"),
            template("{GITHUB_SERVER_URL}/{GITHUB_REPOSITORY}/actions/runs/{GITHUB_RUN_ID}"));

    /** {@code GITHUB_REF_NAME} is {@code 5/merge} in a pull request, so the prefix of the ref is checked. */
    private static final Lookup BRANCH =
            firstOf(named("branch", "refs/heads/"), withoutPrefix("refs/heads/", variable("GITHUB_REF")));

    private static final Lookup PULL_REQUEST = firstOf(
            matching("pull_request.*", variable("GITHUB_EVENT_NAME")),
            matching("refs/pull/.+", variable("GITHUB_REF")));

    private static final Lookup TOPIC_COMMIT = event("pull_request", "head", "sha");

    static final List<CiServer> ROWS = List.of(
            likeGitHub("Forgejo Actions", isTrue("FORGEJO_ACTIONS")).buildUrl(URL_BY_NUMBER),
            likeGitHub("Gitea Actions", isTrue("GITEA_ACTIONS")).buildUrl(URL_BY_NUMBER),
            likeGitHub("GitHub Actions", isTrue("GITHUB_ACTIONS")).buildUrl(URL_BY_ID),
            server("Woodpecker", isOneOf("CI", "woodpecker").or(isOneOf("CI_SYSTEM_NAME", "woodpecker")))
                    .slug(variable("CI_REPO"))
                    .branch(when(isOneOf("CI_PIPELINE_EVENT", "push", "manual", "cron"), variable("CI_COMMIT_BRANCH")))
                    .pullRequest(
                            matching("pull_request.*", variable("CI_PIPELINE_EVENT")),
                            variable("CI_COMMIT_PULL_REQUEST"))
                    .source(variable("CI_COMMIT_SOURCE_BRANCH"))
                    .target(variable("CI_COMMIT_TARGET_BRANCH"))
                    .fork(undocumented())
                    .tag(variable("CI_COMMIT_TAG"))
                    .commit(variable("CI_COMMIT_SHA"))
                    .buildNumber(variable("CI_PIPELINE_NUMBER"))
                    .sequence(variable("CI_PIPELINE_NUMBER"))
                    .buildUrl(page("CI_PIPELINE_URL")),
            server("GitLab CI", isTrue("GITLAB_CI"))
                    .slug(variable("CI_PROJECT_PATH"))
                    .branch(variable("CI_COMMIT_BRANCH"))
                    .pullRequest(firstOf(variable("CI_MERGE_REQUEST_IID"), variable("CI_EXTERNAL_PULL_REQUEST_IID")))
                    .source(firstOf(
                            variable("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME"),
                            variable("CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_NAME")))
                    .target(firstOf(
                            variable("CI_MERGE_REQUEST_TARGET_BRANCH_NAME"),
                            variable("CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_NAME")))
                    .fork(firstToKnow(
                            differ(
                                    variable("CI_MERGE_REQUEST_SOURCE_PROJECT_PATH"),
                                    variable("CI_MERGE_REQUEST_PROJECT_PATH")),
                            differ(
                                    variable("CI_EXTERNAL_PULL_REQUEST_SOURCE_REPOSITORY"),
                                    variable("CI_EXTERNAL_PULL_REQUEST_TARGET_REPOSITORY"))))
                    .tag(variable("CI_COMMIT_TAG"))
                    .commit(variable("CI_COMMIT_SHA"))
                    .topicCommit(firstOf(
                            variable("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA"),
                            variable("CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_SHA")))
                    .mergeQueue(matching("merge_train", variable("CI_MERGE_REQUEST_EVENT_TYPE")))
                    .buildNumber(variable("CI_PIPELINE_IID"))
                    .sequence(variable("CI_PIPELINE_IID"))
                    .buildUrl(firstOf(page("CI_PIPELINE_URL"), page("CI_JOB_URL"))),
            server("Bitbucket Pipelines", isSet("BITBUCKET_BUILD_NUMBER"))
                    .slug(variable("BITBUCKET_REPO_FULL_NAME"))
                    .branch(variable("BITBUCKET_BRANCH"))
                    .pullRequest(variable("BITBUCKET_PR_ID"))
                    .source(variable("BITBUCKET_BRANCH"))
                    .target(variable("BITBUCKET_PR_DESTINATION_BRANCH"))
                    .fork(undocumented())
                    .tag(variable("BITBUCKET_TAG"))
                    .commit(variable("BITBUCKET_COMMIT"))
                    .buildNumber(variable("BITBUCKET_BUILD_NUMBER"))
                    .sequence(variable("BITBUCKET_BUILD_NUMBER"))
                    .attempt(variable("BITBUCKET_STEP_RUN_NUMBER"))
                    .buildUrl(template("https://bitbucket.org/{BITBUCKET_REPO_FULL_NAME}/pipelines/results/"
                            + "{BITBUCKET_BUILD_NUMBER}")),
            server("Azure Pipelines", isTrue("TF_BUILD"))
                    .slug(firstOf(
                            when(
                                    isOneOf("BUILD_REPOSITORY_PROVIDER", "GitHub", "GitHubEnterprise", "Bitbucket"),
                                    variable("BUILD_REPOSITORY_NAME")),
                            slugOfRemote(variable("BUILD_REPOSITORY_URI"))))
                    .branch(withoutPrefix("refs/heads/", variable("BUILD_SOURCEBRANCH")))
                    .pullRequest(
                            firstOf(
                                    matching("PullRequest", variable("BUILD_REASON")),
                                    matching("refs/pull/.+", variable("BUILD_SOURCEBRANCH"))),
                            firstOf(
                                    variable("SYSTEM_PULLREQUEST_PULLREQUESTNUMBER"),
                                    variable("SYSTEM_PULLREQUEST_PULLREQUESTID"),
                                    rewritten("refs/pull/([^/]+)/.*", "$1", variable("BUILD_SOURCEBRANCH"))))
                    .source(branchOfRef(variable("SYSTEM_PULLREQUEST_SOURCEBRANCH")))
                    .target(branchOfRef(variable("SYSTEM_PULLREQUEST_TARGETBRANCH")))
                    .fork(flag("SYSTEM_PULLREQUEST_ISFORK"))
                    .tag(withoutPrefix("refs/tags/", variable("BUILD_SOURCEBRANCH")))
                    .commit(commitOnly(variable("BUILD_SOURCEVERSION")))
                    .topicCommit(variable("SYSTEM_PULLREQUEST_SOURCECOMMITID"))
                    .buildNumber(variable("BUILD_BUILDNUMBER"))
                    .sequence(variable("BUILD_BUILDID"))
                    .attempt(template("{SYSTEM_STAGEATTEMPT}.{SYSTEM_PHASEATTEMPT}.{SYSTEM_JOBATTEMPT}"))
                    .buildUrl(template(
                            "{SYSTEM_COLLECTIONURI}/{SYSTEM_TEAMPROJECT}/_build/results?buildId={BUILD_BUILDID}")));

    private ForgeServers() {}

    private static CiServer likeGitHub(String name, Condition detected) {
        return server(name, detected)
                .slug(variable("GITHUB_REPOSITORY"))
                .branch(BRANCH)
                .pullRequest(
                        PULL_REQUEST,
                        firstOf(
                                rewritten("refs/pull/([^/]+)/.*", "$1", variable("GITHUB_REF")),
                                event("pull_request", "number")))
                .source(firstOf(variable("GITHUB_HEAD_REF"), event("pull_request", "head", "ref")))
                .target(firstOf(variable("GITHUB_BASE_REF"), event("pull_request", "base", "ref")))
                .fork(firstToKnow(
                        differ(event("pull_request", "head", "repo", "full_name"), variable("GITHUB_REPOSITORY")),
                        yesIfRepositoryIsGone()))
                .tag(firstOf(named("tag", "refs/tags/"), withoutPrefix("refs/tags/", variable("GITHUB_REF"))))
                // For pull_request_target, GITHUB_SHA is the commit of the target branch.
                .commit(firstOf(
                        when(isOneOf("GITHUB_EVENT_NAME", "pull_request_target"), TOPIC_COMMIT),
                        variable("GITHUB_SHA")))
                .topicCommit(TOPIC_COMMIT)
                .buildNumber(variable("GITHUB_RUN_NUMBER"))
                // The number is counted per workflow, the id is not.
                .sequence(variable("GITHUB_RUN_ID"))
                .attempt(variable("GITHUB_RUN_ATTEMPT"))
                .mergeQueue(matching("merge_group", variable("GITHUB_EVENT_NAME")))
                // Also if a person repeats the build. Not if Dependabot merges on a person's command.
                .withoutSecrets(when(
                        found(PULL_REQUEST).or(found(matching("dependabot/.+", BRANCH))),
                        matching("dependabot\\[bot]", variable("GITHUB_ACTOR"))))
                // These events run with secrets, although the workflow may check out code of strangers.
                .untrustedTrigger(
                        matching("pull_request_target|workflow_run|issue_comment", variable("GITHUB_EVENT_NAME")));
    }

    private static Lookup named(String type, String prefix) {
        return when(
                isOneOf("GITHUB_REF_TYPE", type).and(found(withoutPrefix(prefix, variable("GITHUB_REF")))),
                variable("GITHUB_REF_NAME"));
    }
}
