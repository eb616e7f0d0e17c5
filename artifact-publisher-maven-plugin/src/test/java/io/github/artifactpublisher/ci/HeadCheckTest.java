package io.github.artifactpublisher.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.git.GitCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests builds in which git's HEAD is not the commit of the CI server, in real repositories: {@code main} has the
 * commits A and M, {@code release/1.x} has R on A, {@code topic} has T on A.
 */
class HeadCheckTest {
    private static final String PULL = "pull 5 from topic into main fork NO";

    @TempDir
    Path directory;

    private Path origin;
    private String a;
    private String m;
    private String r;
    private String t;

    @BeforeEach
    void makeTheRemote() throws IOException {
        origin = Files.createDirectories(directory.resolve("origin"));
        git(origin, "init", "-q", "-b", "main");
        a = commit(origin, "A");
        git(origin, "checkout", "-q", "-b", "topic");
        t = commit(origin, "T");
        git(origin, "checkout", "-q", "-b", "release/1.x", a);
        r = commit(origin, "R");
        git(origin, "tag", "v1.0");
        git(origin, "checkout", "-q", "main");
        m = commit(origin, "M");
    }

    @Test
    void theCommitOfTheVariables() throws IOException {
        assertThat(line(cloned("main"), push(m))).isEqualTo("branch main | " + m);
        assertThat(line(detached(m), push(m))).isEqualTo("branch main | " + m);
    }

    /** As a schedule of the default branch does with actions/checkout and a ref. */
    @Test
    void anotherBranchIsNotPublishedAsMain() throws IOException {
        assertThat(line(cloned("release/1.x"), push(m))).isEqualTo(r + " | UNRELATED branch release/1.x");
        assertThat(line(detachedWithoutTag(r), push(m))).isEqualTo(r + " | UNRELATED branch origin/release/1.x");
        assertThat(line(detached(a), push(m))).isEqualTo(a + " | UNRELATED nothing");
    }

    /** Not even the commit that the variables name is there. */
    @Test
    void aWholeCloneOfOneBranchKnowsThatItIsNotMain() throws IOException {
        Path clone = cloneWith("--single-branch", "--no-tags", "--branch", "release/1.x");
        assertThat(line(clone, push(m))).isEqualTo(r + " | UNRELATED branch release/1.x");
    }

    @Test
    void aBuildMayMakeACommitOnTop() throws IOException {
        Path clone = cloned("main");
        String bumped = commit(clone, "bump");
        assertThat(line(clone, push(m))).isEqualTo("branch main | " + bumped);
        git(clone, "checkout", "-q", "--detach");
        assertThat(line(clone, push(m))).isEqualTo("branch main | " + bumped);
        git(clone, "checkout", "-q", "-b", "bumped");
        assertThat(line(clone, push(m))).isEqualTo("branch main | " + bumped);
    }

    @Test
    void aBuildOfMainMayHaveANewerCommitOfMain() throws IOException {
        String newer = commit(origin, "newer");
        assertThat(line(cloned("main"), push(m))).isEqualTo("branch main | " + newer);
        assertThat(line(detached(newer), push(m))).isEqualTo("branch main | " + newer);
    }

    /** A release branch that has just been made of main is above it. */
    @Test
    void aPushedCommitOfAnotherBranchAboveMainIsNotMain() throws IOException {
        git(origin, "checkout", "-q", "-b", "release/2.x");
        String two = commit(origin, "two");
        git(origin, "checkout", "-q", "main");
        assertThat(line(cloned("release/2.x"), push(m))).isEqualTo(two + " | OTHER_BRANCH branch release/2.x");
        assertThat(line(detached(two), push(m))).isEqualTo(two + " | OTHER_BRANCH branch origin/release/2.x");
    }

    @Test
    void aShallowCloneBelievesTheNameOfItsBranch() throws IOException {
        Path release = cloneWith("--depth", "1", "--branch", "release/1.x");
        assertThat(line(release, push(m))).isEqualTo(r + " | OTHER_BRANCH branch release/1.x");
        String newer = commit(origin, "newer");
        Path main = cloneWith("--depth", "1", "--branch", "main");
        assertThat(line(main, push(m))).isEqualTo("branch main | " + newer + " | UNKNOWN branch main");
        git(main, "checkout", "-q", "--detach");
        assertThat(line(main, push(m))).isEqualTo("branch main | " + newer + " | UNKNOWN branch origin/main");
        assertThat(line(main, push(newer))).isEqualTo("branch main | " + newer);
    }

    /** As Azure checks it out: detached at the remote-tracking branch. */
    @Test
    void aShallowCloneBelievesTheNameOfItsRemoteBranch() throws IOException {
        Path release = cloneWith("--depth", "1", "--no-tags", "--branch", "release/1.x");
        git(release, "checkout", "-q", "--detach");
        assertThat(line(release, push(m))).isEqualTo(r + " | OTHER_BRANCH branch origin/release/1.x");
    }

    /** As actions/checkout does with a repository: its branch has the same name, and a shallow clone shows no more. */
    @Test
    void aShallowCloneOfAnotherRepositoryIsNotMain() throws IOException {
        commit(origin, "newer");
        Path clone = cloneWith("--depth", "1", "--branch", "main");
        String other = git(clone, "rev-parse", "HEAD");
        git(clone, "remote", "set-url", "origin", "https://github.com/octo/library");
        assertThat(line(clone, push(m))).isEqualTo(other + " | OTHER_BRANCH branch main of octo/library");
        git(clone, "remote", "set-url", "origin", "git@github.com:fork/app.git");
        assertThat(line(clone, push(m))).isEqualTo(other + " | OTHER_BRANCH branch main of fork/app");
        for (String same : List.of("https://github.com/Octo/App", "https://git.example/context/octo/app.git")) {
            git(clone, "remote", "set-url", "origin", same);
            assertThat(line(clone, push(m))).isEqualTo("branch main | " + other + " | UNKNOWN branch main");
        }
    }

    @Test
    void aShallowCloneKnowsTheCommitThatItsBuildMadeOnTop() throws IOException {
        Path main = cloneWith("--depth", "1", "--branch", "main");
        String bumped = commit(main, "bump");
        assertThat(line(main, push(m))).isEqualTo("branch main | " + bumped);
    }

    /** As release:perform does: a clone of the tag, below the workspace. */
    @Test
    void aCheckedOutTagHasItsOwnPath() throws IOException {
        assertThat(line(cloned("v1.0"), push(m))).isEqualTo("tag v1.0 | " + r);
        assertThat(line(cloneWith("--depth", "1", "--branch", "v1.0"), push(m))).isEqualTo("tag v1.0 | " + r);
        String prepared = commit(origin, "prepare");
        git(origin, "tag", "-a", "-m", "two", "v2.0");
        commit(origin, "next");
        assertThat(line(cloned("v2.0"), push(m))).isEqualTo("tag v2.0 | " + prepared);
        assertThat(line(cloned("v1.0"), tag("v2.0", prepared))).isEqualTo("tag v1.0 | " + r);
    }

    /** A release often has moving tags beside its own, such as v1 and latest. */
    @Test
    void severalTagsAtHeadAreAMismatch() throws IOException {
        git(origin, "tag", "latest", "v1.0");
        assertThat(line(cloned("latest"), push(m))).isEqualTo(r + " | UNRELATED tags latest, v1.0");
        assertThat(line(cloneWith("--depth", "1", "--branch", "v1.0"), push(m)))
                .isEqualTo(r + " | OTHER_BRANCH tags latest, v1.0");
        assertThat(line(cloned("v1.0"), tag("latest", r))).isEqualTo("tag latest | " + r);
        Path clone = detached(m);
        String release = commit(clone, "release");
        git(clone, "tag", "v2");
        git(clone, "tag", "-a", "-m", "two", "v2.0");
        assertThat(line(clone, push(m))).isEqualTo(release + " | OTHER_BRANCH tags v2, v2.0");
        assertThat(line(cloned("latest"), Map.of())).isEqualTo(r);
    }

    @Test
    void aTagOfTheCommitOfTheVariablesChangesNothing() throws IOException {
        git(origin, "tag", "-a", "-m", "nightly", "nightly");
        git(origin, "tag", "also");
        Path clone = detached(m);
        assertThat(line(clone, push(m))).isEqualTo("branch main | " + m);
        assertThat(line(clone, tag("also", m))).isEqualTo("tag also | " + m);
        assertThat(line(clone, tag("also", git(origin, "rev-parse", "nightly"))))
                .isEqualTo("tag also | " + m);
    }

    @Test
    void aTagsBuildOfABranchIsNeither() throws IOException {
        assertThat(line(cloned("main"), tag("v1.0", r))).isEqualTo(m + " | UNRELATED branch main");
        assertThat(line(cloneWith("--depth", "1", "--branch", "main"), tag("v1.0", r)))
                .isEqualTo(m + " | OTHER_BRANCH branch main");
    }

    @Test
    void aPullRequestIsBuiltMergedOrAsItIs() throws IOException {
        String merge = merged();
        assertThat(line(detached(merge), pullRequest(merge))).isEqualTo(PULL + " | " + merge);
        assertThat(line(detached(t), pullRequest(merge))).isEqualTo(PULL + " | " + t);
        Path clone = detached(t);
        git(clone, "checkout", "-q", "-b", "topic", t);
        git(clone, "merge", "-q", "--no-edit", "origin/main");
        String own = git(clone, "rev-parse", "HEAD");
        assertThat(line(clone, pullRequest(merge))).isEqualTo(PULL + " | " + own);
    }

    @Test
    void aPullRequestsBuildOfTheBaseIsNotTheTopic() throws IOException {
        String merge = merged();
        assertThat(line(cloned("main"), pullRequest(merge))).isEqualTo(PULL + " | " + m + " | UNRELATED branch main");
        assertThat(line(cloned("v1.0"), pullRequest(merge))).isEqualTo(PULL + " | " + r + " | UNRELATED tag v1.0");
        assertThat(line(cloneWith("--depth", "1", "--branch", "main"), pullRequest(merge)))
                .isEqualTo(PULL + " | " + m + " | OTHER_BRANCH branch main");
        Map<String, String> target = pullRequest(m);
        target.putAll(Map.of("GITHUB_EVENT_NAME", "pull_request_target", "GITHUB_REF", "refs/heads/main"));
        assertThat(line(cloned("main"), target)).isEqualTo(PULL + " | " + m + " | UNRELATED branch main");
        assertThat(line(detached(t), target)).isEqualTo(PULL + " | " + t);
    }

    /** As on Jenkins, and where GitHub's event cannot be read. */
    @Test
    void aPullRequestWhoseOwnCommitNothingNames() throws IOException {
        String merge = merged();
        Map<String, String> environment = pullRequest(merge);
        environment.remove("GITHUB_EVENT_PATH");
        String pull = PULL.replace(" into main fork NO", " fork UNKNOWN");
        assertThat(line(detached(merge), environment)).isEqualTo(pull + " | " + merge);
        assertThat(line(detached(t), environment)).isEqualTo(pull + " | " + t);
        assertThat(line(detached(a), environment)).isEqualTo(pull + " | " + a + " | UNRELATED nothing");
        assertThat(line(cloned("topic"), environment)).isEqualTo(pull + " | " + t + " | UNKNOWN branch topic");
        assertThat(line(cloned("main"), environment)).isEqualTo(pull + " | " + m + " | OTHER_BRANCH branch main");
    }

    @Test
    void aPullRequestOfAShallowClone() throws IOException {
        String merge = merged();
        assertThat(line(cloneWith("--depth", "1", "--branch", "topic"), pullRequest(merge)))
                .isEqualTo(PULL + " | " + t);
        git(origin, "checkout", "-q", "topic");
        String newer = commit(origin, "newer");
        assertThat(line(cloneWith("--depth", "1", "--branch", "topic"), pullRequest(merge)))
                .isEqualTo(PULL + " | " + newer + " | UNKNOWN branch topic");
    }

    /** A scripted pipeline of Jenkins has no GIT_COMMIT. */
    @Test
    void comparesTheBranchesIfNoVariableNamesTheCommit() throws IOException {
        Map<String, String> jenkins = Map.of("JENKINS_URL", "https://ci.example/", "BRANCH_NAME", "main");
        assertThat(line(detached(m), jenkins)).isEqualTo("branch main | " + m);
        assertThat(line(cloned("main"), jenkins)).isEqualTo("branch main | " + m);
        assertThat(line(cloned("release/1.x"), jenkins)).isEqualTo(r + " | OTHER_BRANCH branch release/1.x");
        assertThat(line(cloned("v1.0"), jenkins)).isEqualTo("tag v1.0 | " + r);
        git(origin, "tag", "also");
        assertThat(line(detached(m), jenkins)).isEqualTo("branch main | " + m);
    }

    /** In plain Jenkins, git's branch is used if the variables do not show which part is the remote's name. */
    @Test
    void valuesFromGitAreNoMismatch() throws IOException {
        Map<String, String> jenkins =
                Map.of("JENKINS_URL", "https://ci.example/", "GIT_BRANCH", "upstream/x/y", "GIT_COMMIT", m);
        assertThat(line(cloned("release/1.x"), jenkins)).isEqualTo("branch release/1.x | " + r);
    }

    @Test
    void theRepositoryOfTheFolderIsAskedAlone() throws IOException {
        Path outer = cloned("main");
        Path inner = Files.createDirectories(outer.resolve("target/checkout"));
        assertThat(line(inner, push(m))).isEqualTo("branch main | " + m);
        git(inner, "clone", "-q", "--branch", "v1.0", origin.toString(), ".");
        assertThat(line(inner, push(m))).isEqualTo("tag v1.0 | " + r);
    }

    @Test
    void usesTheVariablesIfGitHasNoHead() throws IOException {
        String both = "branch main | " + m;
        Path empty = Files.createDirectories(directory.resolve("empty"));
        git(empty, "init", "-q");
        assertThat(line(empty, push(m))).isEqualTo(both);
        assertThat(line(CiDetection.detect(push(m), KnownGit.none(), CiFiles.onDisk())))
                .isEqualTo(both);
    }

    private Map<String, String> push(String commit) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("GITHUB_ACTIONS", "true");
        environment.put("GITHUB_EVENT_NAME", "schedule");
        environment.put("GITHUB_REPOSITORY", "octo/app");
        environment.put("GITHUB_REF", "refs/heads/main");
        environment.put("GITHUB_SHA", commit);
        return environment;
    }

    private Map<String, String> tag(String name, String commit) {
        Map<String, String> environment = push(commit);
        environment.put("GITHUB_REF", "refs/tags/" + name);
        return environment;
    }

    private Map<String, String> pullRequest(String merge) throws IOException {
        Path event = Files.writeString(
                directory.resolve("event.json"),
                "{'pull_request': {'number': 5, 'base': {'ref': 'main'}, 'head': {'ref': 'topic', 'sha': 'SHA', 'repo': {'full_name': 'octo/app'}}}}"
                        .replace('\'', '"')
                        .replace("SHA", t));
        Map<String, String> environment = push(merge);
        environment.put("GITHUB_EVENT_NAME", "pull_request");
        environment.put("GITHUB_REF", "refs/pull/5/merge");
        environment.put("GITHUB_HEAD_REF", "topic");
        environment.put("GITHUB_EVENT_PATH", event.toString());
        return environment;
    }

    /** The merge that the server makes of topic and main; it is on none of their branches. */
    private String merged() throws IOException {
        git(origin, "checkout", "-q", "--detach", m);
        git(origin, "merge", "-q", "--no-edit", t);
        String merge = git(origin, "rev-parse", "HEAD");
        git(origin, "update-ref", "refs/pull/5/merge", merge);
        git(origin, "checkout", "-q", "main");
        return merge;
    }

    private Path cloned(String branchOrTag) throws IOException {
        return cloneWith("--branch", branchOrTag);
    }

    private Path detached(String commit) throws IOException {
        Path clone = cloneWith();
        git(clone, "fetch", "-q", "origin", "+refs/pull/*:refs/pull/*");
        git(clone, "checkout", "-q", "--detach", commit);
        return clone;
    }

    private Path detachedWithoutTag(String commit) throws IOException {
        Path clone = cloneWith("--no-tags");
        git(clone, "checkout", "-q", "--detach", commit);
        return clone;
    }

    /** By its URL: git ignores a depth for a path. */
    private Path cloneWith(String... options) throws IOException {
        Path clone = Files.createTempDirectory(directory, "clone");
        String[] command = new String[options.length + 4];
        command[0] = "clone";
        command[1] = "-q";
        System.arraycopy(options, 0, command, 2, options.length);
        command[options.length + 2] = origin.toUri().toString();
        command[options.length + 3] = clone.toString();
        git(directory, command);
        return clone;
    }

    private String commit(Path where, String message) throws IOException {
        git(where, "commit", "-q", "--allow-empty", "-m", message);
        return git(where, "rev-parse", "HEAD");
    }

    private String git(Path where, String... arguments) throws IOException {
        Path configuration = directory.resolve("gitconfig");
        Files.writeString(configuration, "[user]\nname = Test\nemail = test@git.example\n");
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Map<String, String> environment =
                Map.of("GIT_CONFIG_NOSYSTEM", "1", "GIT_CONFIG_GLOBAL", configuration.toString());
        return new Program(where, environment).run(command).strip();
    }

    private static String line(Path workingCopy, Map<String, String> environment) {
        return line(CiDetection.detect(environment, new GitCommand(workingCopy), CiFiles.onDisk()));
    }

    /** The build, the full commit id, and the difference to HEAD. */
    private static String line(CiBuild build) {
        String commit = build.commit().orElseThrow().value().value();
        return Situation.line(build)
                .replaceFirst("^.*?(?=\\b(?:branch|tag|pull) |" + commit.substring(0, 8) + ")", "")
                .replaceFirst(commit.substring(0, 8), commit)
                .replaceFirst(" \\| https:\\S*", "")
                .replaceFirst(" \\| untrusted \\w+", "")
                .replaceFirst(
                        "HEAD (\\w+)",
                        "$1 "
                                + build.headMismatch()
                                        .flatMap(HeadMismatch::found)
                                        .orElse("nothing"));
    }
}
