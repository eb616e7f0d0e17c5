package io.github.artifactpublisher.ci;

import static io.github.artifactpublisher.ci.CiServer.server;
import static io.github.artifactpublisher.ci.Condition.isOneOf;
import static io.github.artifactpublisher.ci.Condition.isSet;
import static io.github.artifactpublisher.ci.Condition.not;
import static io.github.artifactpublisher.ci.ForkRule.differ;
import static io.github.artifactpublisher.ci.ForkRule.firstToKnow;
import static io.github.artifactpublisher.ci.ForkRule.noIf;
import static io.github.artifactpublisher.ci.ForkRule.undocumented;
import static io.github.artifactpublisher.ci.ForkRule.yesIf;
import static io.github.artifactpublisher.ci.Lookup.firstOf;
import static io.github.artifactpublisher.ci.Lookup.gitBranch;
import static io.github.artifactpublisher.ci.Lookup.gitRemote;
import static io.github.artifactpublisher.ci.Lookup.onlyPropertyUnder;
import static io.github.artifactpublisher.ci.Lookup.property;
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

/** The CI servers whose variables depend on their configuration. */
final class ConfiguredServers {
    /**
     * The full ref comes first: a logical name is shortened by the branch specification, to {@code <default>} or the
     * part that a star matches.
     */
    private static final Lookup TEAMCITY_REF = firstOf(
            onlyPropertyUnder("teamcity.build.vcs.branch."),
            unless("<default>", property("teamcity.build.branch")),
            property("vcsroot.branch"));

    /** The refs of pull requests on GitHub, GitLab and Bitbucket Server, in full or as logical names. */
    private static final String PULL_REQUEST_REF =
            "(?:refs/)?(?:pull|merge-requests|pull-requests)/([0-9]+)(?:/(?:head|merge|from))?";

    /** The repository that a pull request goes to, from the pull request's page on GitHub, GitLab or Bitbucket. */
    private static final Lookup JENKINS_CHANGE_REPOSITORY = firstOf(
            slugOfRemote(rewritten(
                    "(https?://[^/]+/).*?(?:projects|users)/([^/]+)/repos/([^/]+)/pull-requests/.*",
                    "$1$2/$3",
                    variable("CHANGE_URL"))),
            slugOfRemote(rewritten(
                    "(https?://.+?)/(?:pulls?|-/merge_requests|merge_requests|pull-requests)/[0-9]+.*",
                    "$1",
                    variable("CHANGE_URL"))));

    /** A change under review. The two events mean changes that have been merged. */
    private static final Lookup GERRIT_CHANGE =
            when(not(isOneOf("GERRIT_EVENT_TYPE", "change-merged", "ref-updated")), variable("GERRIT_CHANGE_NUMBER"));

    static final List<CiServer> ROWS = List.of(
            server("Bamboo", isSet("bamboo_buildKey", "bamboo_planKey"))
                    .slug(slugOfRemote(variable("bamboo_planRepository_repositoryUrl")))
                    .branch(firstOf(
                            variable("bamboo_planRepository_branchName"),
                            variable("bamboo_planRepository_1_branchName")))
                    .pullRequest(variable("bamboo_repository_pr_key"))
                    .source(variable("bamboo_repository_pr_sourceBranch"))
                    .target(variable("bamboo_repository_pr_targetBranch"))
                    .fork(undocumented())
                    .commit(commitOnly(variable("bamboo_planRepository_revision")))
                    .buildNumber(variable("bamboo_buildNumber"))
                    .buildUrl(firstOf(page("bamboo_resultsUrl"), page("bamboo_buildResultsUrl"))),
            server("TeamCity", isSet("TEAMCITY_VERSION"))
                    .slug(slugOfRemote(property("vcsroot.url")))
                    .branch(branchOfRef(TEAMCITY_REF))
                    .pullRequest(firstOf(
                            property("teamcity.pullRequest.number"),
                            variable("TEAMCITY_PULLREQUEST_NUMBER"),
                            rewritten(PULL_REQUEST_REF, "$1", property("teamcity.build.branch")),
                            rewritten(PULL_REQUEST_REF, "$1", TEAMCITY_REF)))
                    .source(branchOfRef(property("teamcity.pullRequest.source.branch")))
                    .target(branchOfRef(property("teamcity.pullRequest.target.branch")))
                    .fork(undocumented())
                    .tag(withoutPrefix("refs/tags/", TEAMCITY_REF))
                    .commit(commitOnly(variable("BUILD_VCS_NUMBER")))
                    .buildNumber(variable("BUILD_NUMBER"))
                    // In some versions BUILD_URL is viewLog.html, and only the query names the build.
                    .buildUrl(firstOf(
                            rewritten("(.+)(?<!/viewLog\\.html)", "$1", page("BUILD_URL")),
                            template("{teamcity.serverUrl}/viewLog.html?buildId={teamcity.build.id}"))),
            // Substitutions are variables only if the build's configuration maps them.
            server("Google Cloud Build", isSet("BUILDER_OUTPUT"))
                    .slug(variable("REPO_FULL_NAME"))
                    .branch(variable("BRANCH_NAME"))
                    .pullRequest(variable("_PR_NUMBER"))
                    .source(variable("_HEAD_BRANCH"))
                    .target(variable("_BASE_BRANCH"))
                    .fork(differ(slugOfRemote(variable("_HEAD_REPO_URL")), variable("REPO_FULL_NAME")))
                    .tag(variable("TAG_NAME"))
                    .commit(firstOf(variable("COMMIT_SHA"), variable("REVISION_ID")))
                    .buildUrl(
                            template("https://console.cloud.google.com/cloud-build/builds;region={LOCATION}/{BUILD_ID}"
                                    + "?project={PROJECT_ID}")),
            jenkins("Jenkins multibranch", isSet("JENKINS_URL").and(isSet("BRANCH_NAME")))
                    // The same sources come first for pushes and pull requests, so that the repository is the same;
                    // for a fork they may name the fork.
                    .slug(firstOf(
                            when(isSet("CHANGE_FORK"), JENKINS_CHANGE_REPOSITORY),
                            slugOfRemote(variable("GIT_URL")),
                            slugOfRemote(variable("GIT_URL_1")),
                            slugOfRemote(gitRemote()),
                            JENKINS_CHANGE_REPOSITORY))
                    .branch(variable("BRANCH_NAME"))
                    .pullRequest(firstOf(variable("CHANGE_ID"), GERRIT_CHANGE))
                    .source(variable("CHANGE_BRANCH"))
                    .target(firstOf(variable("CHANGE_TARGET"), variable("GERRIT_BRANCH")))
                    // The plugin sets both together, so the branch without the fork means that there is no fork.
                    .fork(firstToKnow(yesIf(isSet("CHANGE_FORK")), noIf(isSet("CHANGE_BRANCH"))))
                    .tag(variable("TAG_NAME")),
            jenkins("Jenkins", isSet("JENKINS_URL"))
                    .slug(firstOf(slugOfRemote(variable("GIT_URL")), slugOfRemote(variable("GIT_URL_1"))))
                    // GIT_BRANCH begins with the name of the remote. If that is not "origin", it could be the first
                    // part of a branch's name, so git's branch is used.
                    .branch(firstOf(
                            variable("GIT_LOCAL_BRANCH"),
                            rewritten("(?:refs/heads/|(?:refs/remotes/)?origin/)(.+)", "$1", variable("GIT_BRANCH")),
                            unless("HEAD", unless("detached", matching("[^/]+", variable("GIT_BRANCH")))),
                            // Gerrit's refspec leaves HEAD detached.
                            when(isOneOf("GERRIT_EVENT_TYPE", "change-merged"), variable("GERRIT_BRANCH")),
                            when(isOneOf("GERRIT_EVENT_TYPE", "ref-updated"), branchOfRef(variable("GERRIT_REFNAME"))),
                            gitBranch()))
                    .pullRequest(
                            firstOf(
                                    variable("ghprbPullId"),
                                    variable("gitlabMergeRequestIid"),
                                    matching("MERGE", variable("gitlabActionType")),
                                    GERRIT_CHANGE),
                            firstOf(variable("ghprbPullId"), variable("gitlabMergeRequestIid"), GERRIT_CHANGE))
                    .source(firstOf(variable("ghprbSourceBranch"), variable("gitlabSourceBranch")))
                    .target(firstOf(
                            variable("ghprbTargetBranch"), variable("gitlabTargetBranch"), variable("GERRIT_BRANCH")))
                    .fork(firstToKnow(
                            differ(slugOfRemote(variable("ghprbAuthorRepoGitUrl")), variable("ghprbGhRepository")),
                            differ(
                                    slugOfRemote(variable("gitlabSourceRepoHttpUrl")),
                                    slugOfRemote(variable("gitlabTargetRepoHttpUrl")))))
                    .tag(rewritten("(?:refs/)?tags/(.+)", "$1", variable("GIT_BRANCH"))));

    private ConfiguredServers() {}

    private static CiServer jenkins(String name, Condition detected) {
        return server(name, detected)
                .commit(firstOf(variable("GIT_COMMIT"), variable("ghprbActualCommit")))
                .topicCommit(firstOf(
                        variable("ghprbActualCommit"),
                        variable("gitlabMergeRequestLastCommit"),
                        variable("GERRIT_PATCHSET_REVISION")))
                .buildNumber(variable("BUILD_NUMBER"))
                .buildUrl(firstOf(page("BUILD_URL"), page("RUN_DISPLAY_URL")));
    }
}
