package io.github.artifactpublisher.ci;

import static io.github.artifactpublisher.ci.Lookup.firstOf;
import static io.github.artifactpublisher.ci.Lookup.gitRemote;
import static io.github.artifactpublisher.ci.Lookup.nowhere;
import static io.github.artifactpublisher.ci.LookupConversions.matching;
import static io.github.artifactpublisher.ci.LookupConversions.rewritten;
import static io.github.artifactpublisher.ci.LookupConversions.slugOfRemote;

/**
 * One row of the table of CI servers: how to detect a server, and where to find each value. Built once by the chained
 * methods, then only read.
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

    /** The repository that is built. If the lookup finds nothing, the remote of the working copy is used. */
    CiServer slug(Lookup lookup) {
        slug = firstOf(lookup, slugOfRemote(gitRemote()));
        return this;
    }

    /** The branch of a push. Read only if the build is for no pull request and no tag. */
    CiServer branch(Lookup lookup) {
        branch = lookup;
        mergeQueue = firstOf(mergeQueue, rewritten("gh-readonly-queue/.+", "merge_group", lookup));
        return this;
    }

    /** A value that exists only in the build of a pull request, and is its number. */
    CiServer pullRequest(Lookup onlyInPullRequests) {
        return pullRequest(onlyInPullRequests, onlyInPullRequests);
    }

    /** A value that exists only in the build of a pull request, and the number of the pull request. */
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

    /** The commit. Used only if git does not know the HEAD of the working copy. */
    CiServer commit(Lookup lookup) {
        commit = lookup;
        return this;
    }

    /** The last commit of a pull request's own branch, if the server builds a merge commit. */
    CiServer topicCommit(Lookup lookup) {
        topicCommit = lookup;
        return this;
    }

    CiServer buildNumber(Lookup lookup) {
        buildNumber = lookup;
        return this;
    }

    /** A number that increases with each build of a repository, over all workflows, pipelines and jobs. */
    CiServer sequence(Lookup lookup) {
        sequence = matching("[0-9]{1,18}", lookup);
        return this;
    }

    /** A value that is the same for all jobs of a run, if their build numbers differ. */
    CiServer run(Lookup lookup) {
        run = lookup;
        return this;
    }

    /** The number of the attempt, if a repeated run or job keeps its build number. */
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

    /** A value that exists only in the build of a merge queue, besides the names of GitHub's queue branches. */
    CiServer mergeQueue(Lookup lookup) {
        mergeQueue = firstOf(lookup, mergeQueue);
        return this;
    }

    /** The actor for whose builds the server withholds its secrets. */
    CiServer withoutSecrets(Lookup lookup) {
        withoutSecrets = lookup;
        return this;
    }
}
