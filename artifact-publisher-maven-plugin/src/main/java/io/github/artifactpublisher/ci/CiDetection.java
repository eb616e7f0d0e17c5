package io.github.artifactpublisher.ci;

import io.github.artifactpublisher.git.CommitId;
import io.github.artifactpublisher.git.GitView;
import io.github.artifactpublisher.text.PlainText;
import io.github.artifactpublisher.text.Quoted;
import io.github.artifactpublisher.text.Sourced;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Detects the build from environment, git and files. Reads nothing else. */
public final class CiDetection {
    private final CiServer server;
    private final DetectionInputs inputs;

    private CiDetection(CiServer server, DetectionInputs inputs) {
        this.server = server;
        this.inputs = inputs;
    }

    /**
     * Detects the build. The environment comes first, then the server's files, then git. The commit is git's HEAD if
     * git knows it, and values that contradict HEAD are not used.
     *
     * @param environment the variables, as {@link System#getenv()} returns them
     * @param git the working copy
     * @param files reads the files that the environment names, usually {@link CiFiles#onDisk()}
     * @return the build; on a server that is not in the table without repository and branch, because a guess could
     *     overwrite the set of another branch
     * @throws CiValueException if a value is malformed
     */
    public static CiBuild detect(Map<String, String> environment, GitView git, CiFiles files) {
        DetectionInputs inputs = new DetectionInputs(environment, git, files);
        return new CiDetection(CiServers.of(inputs), inputs).build();
    }

    private CiBuild build() {
        DescribedBuild described = described();
        Optional<Sourced<CommitId>> head = found(Lookup.gitCommit(), CommitId::new);
        Optional<Sourced<RepositorySlug>> slug = found(server.slug, RepositorySlug::new);
        HeadCheck check = new HeadCheck(inputs.git(), described, slug.map(Sourced::value), head.map(Sourced::value));
        Optional<Sourced<String>> otherTag = check.otherTag();
        Optional<HeadMismatch> mismatch = otherTag.isPresent() ? Optional.empty() : check.mismatch();
        boolean isTrusted = otherTag.isEmpty()
                && mismatch.filter(HeadMismatch::isContradiction).isEmpty();
        return new CiBuild(
                server.name,
                slug,
                described.branch().filter(branch -> isTrusted),
                described.pullRequest(),
                isTrusted ? described.tag() : otherTag,
                head.or(described::commit),
                found(server.buildNumber, PlainText::oneLine),
                found(server.buildUrl, PlainText::webUrl),
                server.untrustedTrigger.in(inputs),
                server.mergeQueue.in(inputs),
                server.withoutSecrets.in(inputs),
                head.flatMap(commit -> commitTime()),
                found(server.sequence, Long::valueOf),
                found(server.run, PlainText::oneLine),
                found(server.attempt, PlainText::oneLine),
                mismatch);
    }

    private DescribedBuild described() {
        Optional<PullRequest> pullRequest = pullRequest();
        Optional<Sourced<String>> tag = pullRequest.isPresent() ? Optional.empty() : tag();
        boolean isPush = pullRequest.isEmpty() && tag.isEmpty();
        return new DescribedBuild(
                found(server.commit, CommitId::new),
                found(LookupConversions.commitOnly(server.topicCommit), CommitId::new),
                isPush ? found(server.branch, BranchName::new) : Optional.empty(),
                pullRequest,
                tag);
    }

    private Optional<Sourced<String>> tag() {
        return found(server.tag, name -> RefFormat.check("tag", name));
    }

    private Optional<PullRequest> pullRequest() {
        return server.pullRequest.in(inputs).map(this::pullRequest);
    }

    private PullRequest pullRequest(Sourced<String> sign) {
        Sourced<String> number = server.number.in(inputs).orElseThrow(() -> withoutNumber(sign));
        return typed(
                        number,
                        digits -> new PullRequest(
                                digits,
                                found(server.source, BranchName::new),
                                found(server.target, BranchName::new),
                                server.fork.judge(inputs),
                                number.source()))
                .value();
    }

    private static CiValueException withoutNumber(Sourced<String> sign) {
        return new CiValueException(
                sign, Quoted.of(sign.value()) + " indicates a pull request, but its number is not known.");
    }

    private Optional<Sourced<Instant>> commitTime() {
        return inputs.git().commitTime().map(time -> Sourced.of(time, "git HEAD"));
    }

    private <T> Optional<Sourced<T>> found(Lookup lookup, Function<String, T> type) {
        return lookup.in(inputs).map(value -> typed(value, type));
    }

    private static <T> Sourced<T> typed(Sourced<String> found, Function<String, T> type) {
        try {
            return found.map(type);
        } catch (IllegalArgumentException malformed) {
            throw new CiValueException(found, malformed.getMessage());
        }
    }
}
