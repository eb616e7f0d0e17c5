package io.github.artifactpublisher.ci;

import static io.github.artifactpublisher.ci.Lookup.firstOf;
import static io.github.artifactpublisher.ci.Lookup.gitRemote;
import static io.github.artifactpublisher.ci.Lookup.nowhere;
import static io.github.artifactpublisher.ci.Rewriting.matching;
import static io.github.artifactpublisher.ci.Rewriting.rewritten;
import static io.github.artifactpublisher.ci.Rewriting.slugOfRemote;

/**
 * One row of the table: how to know a CI server and where it says what. A row is built once, by the chained methods,
 * and only read afterwards.
 */
final class CiServer {
    final String name;
    final Condition detected;
    Lookup slug = nowhere();
    Lookup branch = nowhere();
    Lookup pullRequest = nowhere();
    Lookup number = nowhere();
    Lookup source = nowhere();
    Lookup target = nowhere();
    ForkRule fork = ForkRule.undocumented();
    Lookup tag = nowhere();
    Lookup commit = nowhere();
    Lookup topicCommit = nowhere();
    Lookup buildNumber = nowhere();
    Lookup sequence = nowhere();
    Lookup run = nowhere();
    Lookup attempt = nowhere();
    Lookup buildUrl = nowhere();
    Lookup untrustedTrigger = nowhere();
    Lookup mergeQueue = nowhere();
    Lookup withoutSecrets = nowhere();

    private CiServer(String name, Condition detected) {
        this.name = name;
        this.detected = detected;
    }

    static CiServer server(String name, Condition detected) {
        return new CiServer(name, detected);
    }

    /** The repository that is built; if this does not say it, the remote of the working copy does. */
    CiServer slug(Lookup lookup) {
        slug = firstOf(lookup, slugOfRemote(gitRemote()));
        return this;
    }

    /** The branch of a push. Read only if the build is for no pull request and no tag. */
    CiServer branch(Lookup lookup) {
        branch = lookup;
        mergeQueue = rewritten("gh-readonly-queue/.+", "merge_group", lookup);
        return this;
    }

    /** What is there in the build of a pull request only, and is its number. */
    CiServer pullRequest(Lookup onlyInPullRequests) {
        return pullRequest(onlyInPullRequests, onlyInPullRequests);
    }

    /** What is there in the build of a pull request only, and where its number is then. */
    CiServer pullRequest(Lookup onlyInPullRequests, Lookup itsNumber) {
        pullRequest = onlyInPullRequests;
        number = itsNumber;
        return this;
    }

    CiServer source(Lookup topicBranch) {
        source = topicBranch;
        return this;
    }

    CiServer target(Lookup baseBranch) {
        target = baseBranch;
        return this;
    }

    CiServer fork(ForkRule rule) {
        fork = rule;
        return this;
    }

    /** The tag. Read only if the build is for no pull request. */
    CiServer tag(Lookup lookup) {
        tag = lookup;
        return this;
    }

    /** The commit, which counts only where git does not know the HEAD of the working copy. */
    CiServer commit(Lookup lookup) {
        commit = lookup;
        return this;
    }

    /** The last commit of a pull request's own branch, where the other is a merge that the server has made. */
    CiServer topicCommit(Lookup lookup) {
        topicCommit = lookup;
        return this;
    }

    CiServer buildNumber(Lookup lookup) {
        buildNumber = lookup;
        return this;
    }

    /** A number that grows from build to build of a repository, whichever workflow, pipeline or job it is of. */
    CiServer sequence(Lookup lookup) {
        sequence = matching("[0-9]{1,18}", lookup);
        return this;
    }

    /** What all jobs of one run share, where their build numbers differ. */
    CiServer run(Lookup lookup) {
        run = lookup;
        return this;
    }

    /** Counts the attempts of one run or job, where a repeated one keeps its build number. */
    CiServer attempt(Lookup lookup) {
        attempt = lookup;
        return this;
    }

    CiServer buildUrl(Lookup lookup) {
        buildUrl = lookup;
        return this;
    }

    CiServer untrustedTrigger(Lookup lookup) {
        untrustedTrigger = lookup;
        return this;
    }

    /** Says that a queue builds what it may merge later, beside the name that GitHub gives its branches. */
    CiServer mergeQueue(Lookup lookup) {
        mergeQueue = firstOf(lookup, mergeQueue);
        return this;
    }

    /** Says that the server withholds its secrets from the build. */
    CiServer withoutSecrets(Lookup lookup) {
        withoutSecrets = lookup;
        return this;
    }
}
