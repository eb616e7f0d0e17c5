package io.github.artifactpublisher.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfiguredServersTest {
    private static final String A = "a".repeat(40);

    @ParameterizedTest
    @MethodSource({"bamboo", "teamCity", "googleCloudBuild", "jenkinsMultibranch", "jenkins"})
    void concludes(Situation situation) {
        assertThat(Situation.line(situation.detected())).isEqualTo(situation.expected());
    }

    static Stream<Situation> bamboo() {
        Situation push = Situation.of(
                "Bamboo push",
                "bamboo_buildKey=PROJ-PLAN-JOB1",
                "bamboo_planKey=PROJ-PLAN",
                "bamboo_planRepository_repositoryUrl=ssh://git@bitbucket.example:7999/octo/app.git",
                "bamboo_planRepository_branchName=feature/x",
                "bamboo_planRepository_revision=" + A,
                "bamboo_buildNumber=12",
                "bamboo_resultsUrl=https://bamboo.example/browse/PROJ-PLAN-JOB1-12");
        String end = " | aaaaaaaa | #12 | https://bamboo.example/browse/PROJ-PLAN-JOB1-12";
        Situation pull = push.with(
                "bamboo_repository_pr_key=5",
                "bamboo_repository_pr_sourceBranch=topic",
                "bamboo_repository_pr_targetBranch=main",
                "bamboo_planRepository_branchName=topic");
        return Stream.of(
                push.is("Bamboo | octo/app | branch feature/x" + end),
                Situation.of(
                                "Bamboo push on Windows",
                                "BAMBOO_BUILDKEY=PROJ-PLAN-JOB1",
                                "BAMBOO_PLANREPOSITORY_BRANCHNAME=feature/x",
                                "BAMBOO_PLANREPOSITORY_REVISION=" + A)
                        .is("Bamboo | remote/copy | branch feature/x | aaaaaaaa"),
                pull.named("Bamboo pull request")
                        .is("Bamboo | octo/app | pull 5 from topic into main fork UNKNOWN" + end),
                pull.named("Bamboo fork")
                        .with("bamboo_repository_pr_sourceBranch=main")
                        .is("Bamboo | octo/app | pull 5 from main into main fork UNKNOWN" + end),
                push.named("Bamboo tag: it builds none, and does not take git's word for it")
                        .without("bamboo_planRepository_branchName")
                        .git(KnownGit.detached().tagged("v1.0"))
                        .is("Bamboo | octo/app" + end),
                push.named("Bamboo detached")
                        .without("bamboo_planRepository_branchName")
                        .is("Bamboo | octo/app" + end));
    }

    static Stream<Situation> teamCity() {
        Situation server = Situation.of(
                        "TeamCity",
                        "TEAMCITY_VERSION=2025.11",
                        "TEAMCITY_BUILDCONF_NAME=Build",
                        "TEAMCITY_BUILD_PROPERTIES_FILE=C:/agent/build.properties",
                        "BUILD_VCS_NUMBER=" + A,
                        "BUILD_NUMBER=1.0.12",
                        "BUILD_URL=https://tc.example/build/9876")
                .file(
                        "C:/agent/build.properties",
                        "teamcity.configuration.properties.file=C\\:\\\\agent\\\\config.properties\n");
        String end = " | aaaaaaaa | #1.0.12 | https://tc.example/build/9876";
        return Stream.of(
                teamCity(server, "push", "teamcity.build.branch=feature/x")
                        .is("TeamCity | octo/app | branch feature/x" + end),
                teamCity(
                                server,
                                "push to the default branch",
                                "teamcity.build.branch=<default>",
                                "vcsroot.branch=refs/heads/main")
                        .is("TeamCity | octo/app | branch main" + end),
                teamCity(
                                server,
                                "push with a shortened logical name",
                                "teamcity.build.branch=1.x",
                                "teamcity.build.vcs.branch.App_Root=refs/heads/release/1.x")
                        .is("TeamCity | octo/app | branch release/1.x" + end),
                teamCity(
                                server,
                                "pull request",
                                "teamcity.build.branch=pull/5",
                                "teamcity.pullRequest.number=5",
                                "teamcity.pullRequest.source.branch=topic",
                                "teamcity.pullRequest.target.branch=refs/heads/main")
                        .is("TeamCity | octo/app | pull 5 from topic into main fork UNKNOWN" + end),
                teamCity(server, "fork, without the Pull Requests feature", "teamcity.build.branch=pull/5")
                        .is("TeamCity | octo/app | pull 5 fork UNKNOWN" + end),
                teamCity(
                                server,
                                "GitLab merge request, by its ref",
                                "teamcity.build.branch=5",
                                "teamcity.build.vcs.branch.App=refs/merge-requests/5/head")
                        .is("TeamCity | octo/app | pull 5 fork UNKNOWN" + end),
                teamCity(server, "tag", "teamcity.build.branch=v1.0", "teamcity.build.vcs.branch.App=refs/tags/v1.0")
                        .is("TeamCity | octo/app | tag v1.0" + end),
                server.named("TeamCity detached, its file out of reach").is("TeamCity | remote/copy" + end));
    }

    private static Situation teamCity(Situation server, String name, String... parameters) {
        return server.named("TeamCity " + name)
                .file(
                        "C:/agent/config.properties",
                        "vcsroot.url=https://github.com/octo/app.git\n" + String.join("\n", parameters));
    }

    static Stream<Situation> googleCloudBuild() {
        Situation push = Situation.of(
                "Google Cloud Build push",
                "BUILDER_OUTPUT=/builder/outputs",
                "REPO_FULL_NAME=octo/app",
                "BRANCH_NAME=feature/x",
                "TAG_NAME=",
                "_PR_NUMBER=",
                "COMMIT_SHA=" + A,
                "BUILD_ID=9876",
                "LOCATION=global",
                "PROJECT_ID=demo");
        String end =
                " | aaaaaaaa | https://console.cloud.google.com/cloud-build/builds;region=global/9876?project=demo";
        Situation pull = push.with(
                "_PR_NUMBER=5",
                "_HEAD_BRANCH=topic",
                "_BASE_BRANCH=main",
                "_HEAD_REPO_URL=https://github.com/octo/app");
        return Stream.of(
                push.is("Google Cloud Build | octo/app | branch feature/x" + end),
                pull.named("Google Cloud Build pull request")
                        .is("Google Cloud Build | octo/app | pull 5 from topic into main fork NO" + end),
                pull.named("Google Cloud Build fork")
                        .with("_HEAD_REPO_URL=https://github.com/stranger/app", "_HEAD_BRANCH=main")
                        .is("Google Cloud Build | octo/app | pull 5 from main into main fork YES" + end),
                push.named("Google Cloud Build tag")
                        .with("BRANCH_NAME=", "TAG_NAME=v1.0")
                        .is("Google Cloud Build | octo/app | tag v1.0" + end),
                Situation.of("Google Cloud Build detached, nothing mapped", "BUILDER_OUTPUT=/builder/outputs")
                        .is("Google Cloud Build | remote/copy | dddddddd"));
    }

    static Stream<Situation> jenkinsMultibranch() {
        Situation push = Situation.of(
                "Jenkins multibranch push",
                "JENKINS_URL=https://jenkins.example/",
                "BRANCH_NAME=feature/x",
                "GIT_URL=https://github.com/octo/app.git",
                "GIT_BRANCH=feature/x",
                "GIT_COMMIT=" + A,
                "BUILD_NUMBER=12",
                "BUILD_URL=https://jenkins.example/job/app/job/feature%2Fx/12/");
        String end = " | aaaaaaaa | #12 | https://jenkins.example/job/app/job/feature%2Fx/12/";
        Situation pull = push.with(
                "BRANCH_NAME=PR-5",
                "CHANGE_ID=5",
                "CHANGE_URL=https://github.com/octo/app/pull/5",
                "CHANGE_BRANCH=topic",
                "CHANGE_TARGET=main");
        Situation fork =
                pull.with("CHANGE_FORK=stranger", "CHANGE_BRANCH=main", "GIT_URL=https://github.com/stranger/app.git");
        return Stream.of(
                push.is("Jenkins multibranch | octo/app | branch feature/x" + end),
                pull.named("Jenkins multibranch pull request")
                        .is("Jenkins multibranch | octo/app | pull 5 from topic into main fork NO" + end),
                fork.named("Jenkins multibranch fork")
                        .is("Jenkins multibranch | octo/app | pull 5 from main into main fork YES" + end),
                fork.named("Jenkins multibranch fork on GitLab")
                        .with("CHANGE_URL=https://gitlab.example/octo/sub/app/-/merge_requests/5")
                        .is("Jenkins multibranch | octo/sub/app | pull 5 from main into main fork YES" + end),
                fork.named("Jenkins multibranch fork on Bitbucket Server")
                        .with("CHANGE_URL=https://bitbucket.example/projects/octo/repos/app/pull-requests/5/overview")
                        .is("Jenkins multibranch | octo/app | pull 5 from main into main fork YES" + end),
                push.named("Jenkins multibranch change of Gerrit: a pull request")
                        .with("BRANCH_NAME=11/4711/2", "GERRIT_CHANGE_NUMBER=4711", "GERRIT_BRANCH=main")
                        .is("Jenkins multibranch | octo/app | pull 4711 into main fork UNKNOWN" + end),
                pull.named("Jenkins multibranch pull request of an old plugin")
                        .without("CHANGE_BRANCH", "GIT_URL")
                        .git(KnownGit.none())
                        .is("Jenkins multibranch | octo/app | pull 5 into main fork UNKNOWN" + end),
                push.named("Jenkins multibranch tag")
                        .with("BRANCH_NAME=v1.0", "TAG_NAME=v1.0", "GIT_BRANCH=v1.0")
                        .is("Jenkins multibranch | octo/app | tag v1.0" + end));
    }

    static Stream<Situation> jenkins() {
        Situation push = Situation.of(
                "Jenkins push",
                "JENKINS_URL=https://jenkins.example/",
                "GIT_URL=git@github.com:octo/app.git",
                "GIT_BRANCH=origin/feature/x",
                "GIT_COMMIT=" + A,
                "BUILD_NUMBER=12",
                "BUILD_URL=https://jenkins.example/job/app/12/");
        String end = " | aaaaaaaa | #12 | https://jenkins.example/job/app/12/";
        Situation github = push.with(
                "GIT_BRANCH=origin/pr/5/merge",
                "ghprbPullId=5",
                "ghprbSourceBranch=topic",
                "ghprbTargetBranch=main",
                "ghprbGhRepository=octo/app",
                "ghprbAuthorRepoGitUrl=https://github.com/octo/app.git");
        Situation gitlab = push.with(
                "gitlabActionType=MERGE",
                "gitlabMergeRequestIid=5",
                "gitlabSourceBranch=topic",
                "gitlabTargetBranch=main",
                "gitlabSourceRepoHttpUrl=https://gitlab.example/octo/app.git",
                "gitlabTargetRepoHttpUrl=https://gitlab.example/octo/app.git");
        Situation gerrit = push.with(
                "GIT_BRANCH=origin/main",
                "GERRIT_EVENT_TYPE=patchset-created",
                "GERRIT_CHANGE_NUMBER=4711",
                "GERRIT_PATCHSET_NUMBER=2",
                "GERRIT_BRANCH=main");
        return Stream.of(
                push.is("Jenkins | octo/app | branch feature/x" + end),
                push.named("Jenkins push, local branch")
                        .with("GIT_LOCAL_BRANCH=main", "GIT_BRANCH=upstream/main")
                        .is("Jenkins | octo/app | branch main" + end),
                push.named("Jenkins push, remote of another name")
                        .with("GIT_BRANCH=upstream/main")
                        .is("Jenkins | octo/app" + end),
                push.named("Jenkins scripted pipeline")
                        .without("GIT_BRANCH", "GIT_URL", "GIT_COMMIT")
                        .git(KnownGit.detached().on("main"))
                        .is(
                                "Jenkins | remote/copy | branch main | dddddddd | #12 | https://jenkins.example/job/app/12/"),
                github.named("Jenkins pull request of the GitHub builder")
                        .is("Jenkins | octo/app | pull 5 from topic into main fork NO" + end),
                github.named("Jenkins fork of the GitHub builder")
                        .with("ghprbAuthorRepoGitUrl=https://github.com/stranger/app.git", "ghprbSourceBranch=main")
                        .is("Jenkins | octo/app | pull 5 from main into main fork YES" + end),
                gitlab.named("Jenkins merge request of the GitLab plugin")
                        .is("Jenkins | octo/app | pull 5 from topic into main fork NO" + end),
                gitlab.named("Jenkins fork of the GitLab plugin")
                        .with("gitlabSourceRepoHttpUrl=https://gitlab.example/stranger/app.git")
                        .is("Jenkins | octo/app | pull 5 from topic into main fork YES" + end),
                gerrit.named("Jenkins with a change of Gerrit: a pull request")
                        .is("Jenkins | octo/app | pull 4711 into main fork UNKNOWN" + end),
                gerrit.named("Jenkins with a comment on Gerrit: a pull request")
                        .with("GERRIT_EVENT_TYPE=comment-added", "GERRIT_PATCHSET_REVISION=" + A)
                        .is("Jenkins | octo/app | pull 4711 into main fork UNKNOWN" + end),
                gerrit.named("Jenkins with a change of Gerrit that nothing has triggered: a pull request")
                        .without("GERRIT_EVENT_TYPE")
                        .is("Jenkins | octo/app | pull 4711 into main fork UNKNOWN" + end),
                gerrit.named("Jenkins push: what Gerrit has merged")
                        .with("GERRIT_EVENT_TYPE=change-merged")
                        .is("Jenkins | octo/app | branch main" + end),
                gerrit.named("Jenkins push: what Gerrit has updated")
                        .without("GERRIT_CHANGE_NUMBER", "GERRIT_BRANCH")
                        .with("GERRIT_EVENT_TYPE=ref-updated", "GERRIT_REFNAME=main")
                        .is("Jenkins | octo/app | branch main" + end),
                gerrit.named("Jenkins push: what Gerrit has merged, detached")
                        .with("GERRIT_EVENT_TYPE=change-merged", "GIT_BRANCH=detached")
                        .is("Jenkins | octo/app | branch main" + end),
                gerrit.named("Jenkins push: what Gerrit has updated, detached")
                        .without("GERRIT_CHANGE_NUMBER", "GERRIT_BRANCH", "GIT_BRANCH")
                        .with("GERRIT_EVENT_TYPE=ref-updated", "GERRIT_REFNAME=refs/heads/stable/1.x")
                        .is("Jenkins | octo/app | branch stable/1.x" + end),
                gerrit.named("Jenkins with another ref that Gerrit has updated")
                        .without("GERRIT_CHANGE_NUMBER", "GERRIT_BRANCH", "GIT_BRANCH")
                        .with("GERRIT_EVENT_TYPE=ref-updated", "GERRIT_REFNAME=refs/meta/config")
                        .is("Jenkins | octo/app" + end),
                push.named("Jenkins tag").with("GIT_BRANCH=refs/tags/v1.0").is("Jenkins | octo/app | tag v1.0" + end),
                push.named("Jenkins detached").with("GIT_BRANCH=detached").is("Jenkins | octo/app" + end));
    }
}
