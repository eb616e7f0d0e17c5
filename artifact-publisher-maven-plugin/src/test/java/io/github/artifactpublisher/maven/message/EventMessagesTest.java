package io.github.artifactpublisher.maven.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.publish.Notice;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Facts;
import io.github.artifactpublisher.store.StoreException.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every notice has its sentence, and only what somebody should mend is a warning. */
class EventMessagesTest {
    private static final String AT = "s3://builds/a/";

    static Stream<Arguments> sentences() {
        return Stream.of(
                said(
                        new Notice.NewerStands(AT, "GitHub Actions 8", "GitHub Actions 7"),
                        false,
                        "Not published: the set at s3://builds/a/ is that of a newer build, GitHub Actions 8; this is GitHub"
                                + " Actions 7. To publish it all the same, set artifacts.allowOlder=true."),
                said(
                        new Notice.SameStands(AT, "GitHub Actions 8"),
                        false,
                        "Already published, with the same content: s3://builds/a/, by GitHub Actions 8."),
                said(
                        new Notice.ManifestUnreadable(AT + "manifest.json"),
                        false,
                        "The credentials may not read s3://builds/a/manifest.json, or it does not exist and they may not list"
                                + " the bucket, to which S3 answers 403, too: everything is sent, and nothing keeps an older"
                                + " build from replacing a newer one. Allow s3:GetObject there and s3:ListBucket for the"
                                + " bucket."),
                said(
                        new Notice.ManifestReplaced(AT + "manifest.json", "is no manifest"),
                        true,
                        "s3://builds/a/manifest.json is no manifest. It is replaced, because artifacts.force is set."),
                said(
                        new Notice.ListingRefused(AT),
                        false,
                        "The credentials may not list s3://builds/a/: what is unchanged is not known, and is sent. Allow"
                                + " s3:ListBucket for this prefix."),
                said(
                        new Notice.SetUnseen(AT),
                        false,
                        "The credentials may not list s3://builds/a/: whether all objects of the set there still stand is not"
                                + " known. Allow s3:ListBucket for this prefix."),
                said(
                        new Notice.LostSentAgain(AT, "GitHub Actions 8", 2),
                        true,
                        "Of the set at s3://builds/a/, published by GitHub Actions 8, 2 files had gone; sending again, to where"
                                + " its manifest says."),
                said(
                        new Notice.LeftReplaced(AT, 1),
                        false,
                        "Another run of this commit has left 1 file with other bytes at s3://builds/a/ and no manifest;"
                                + " replacing them. The manifest names this build's below builds/."),
                said(
                        new Notice.ConditionsIgnored(AT),
                        true,
                        "The server of s3://builds/a/ knows no conditional writes: two builds that publish at the same moment"
                                + " are not kept apart. Let one build at a time publish there."),
                said(
                        new Notice.OtherModulesReplaced(
                                AT, "GitHub Actions 8", "GitHub Actions 7", List.of("com.acme:a", "com.acme:b")),
                        true,
                        "The set at s3://builds/a/, published by GitHub Actions 8 for the same commit, has modules that this"
                                + " build, GitHub Actions 7, does not have: com.acme:a, com.acme:b. This build replaces that"
                                + " set. Give each reactor or job a path of its own in artifacts.targetPaths: a fixed name, as"
                                + " in artifacts/{slug}/{branch}/backend; {artifactId}, for a set of each module; or {env.NAME}"
                                + " with artifacts.environment=NAME, for the jobs of a matrix."),
                said(
                        new Notice.OtherContentReplaced(
                                AT, "CI 7, Java 17", "CI 7, Java 21", List.of("a", "b", "c", "d", "e", "f", "g")),
                        true,
                        "The set at s3://builds/a/ was published in this same run by another job, or by this one before"
                                + " (CI 7, Java 17), with other content: a, b, c, d, e and 2 more. This job (CI 7, Java 21)"
                                + " replaces it. If the jobs of a matrix are to keep their sets, give each job a path of its own:"
                                + " set artifacts.environment=NAME and add {env.NAME} to artifacts.targetPaths."),
                said(
                        new Notice.AnotherCame(AT, 2),
                        false,
                        "Another build has published to s3://builds/a/ meanwhile; looking again (attempt 2)."),
                said(
                        new Notice.Overwritten(AT, List.of("a/x.gz", "a/y.gz")),
                        true,
                        "The publication failed after it had overwritten 2 files of the set at s3://builds/a/: a/x.gz, a/y.gz."
                                + " The manifest there still describes the earlier objects. Run mvn deploy again; with"
                                + " artifacts.layout=by-build no build overwrites the objects of another."),
                said(
                        new Notice.WriteRefused(AT, 2),
                        false,
                        "The server refused to write the manifest at s3://builds/a/, as if another write of it were under way;"
                                + " no other manifest was seen there. Trying again (attempt 2)."),
                said(
                        new Notice.SentOverAgain(AT, 1),
                        true,
                        "The server lists 1 file of the set at s3://builds/a/ otherwise than uploaded; uploading again."
                                + " Another build may have replaced them: with artifacts.layout=by-build no build replaces"
                                + " another's."),
                said(
                        new Notice.MendingAwaited(AT, "GitHub Actions 8", 2),
                        false,
                        "This build has replaced 2 files of the set at s3://builds/a/ while a newer build, GitHub Actions 8,"
                                + " published it; waiting for that one to send again, for two minutes at the most."),
                said(
                        new Notice.Deleted(AT, 2),
                        false,
                        "Deleted what the set no longer has: 2 files below s3://builds/a/"),
                said(
                        new Notice.NotDeleted(Map.of(new ObjectKey("a/x.gz"), "AccessDenied no")),
                        true,
                        "Not deleted, though the set no longer has them: a/x.gz (AccessDenied no). The next run with"
                                + " artifacts.clean finds only some of them again: delete them by hand."),
                said(
                        new Notice.CleaningLeft(AT, 2),
                        false,
                        "Another build has published to s3://builds/a/ meanwhile; so what this one's set no longer had, 2"
                                + " files, is not deleted. Where the newer set does not name it, delete it by hand."),
                said(
                        new Notice.LeftPartsAborted(AT, 1),
                        false,
                        "Gave up parts of 1 file that an earlier run has left at s3://builds/a/."));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void eachHasItsSentence(Notice notice, boolean warning, String sentence) {
        assertThat(EventMessages.of(notice)).isEqualTo(sentence);
        assertThat(EventMessages.isWarning(notice)).isEqualTo(warning);
    }

    @Test
    void aRefusalToCleanSaysWhatTheStoreSaid() {
        StoreException cause = new StoreException(
                Kind.ACCESS_DENIED, Facts.before("DeleteObjects", "s3://builds/a/x", "Amazon S3", "no"), null);

        assertThat(EventMessages.of(new Notice.CleaningRefused(AT, cause)))
                .isEqualTo(
                        "What the set at s3://builds/a/ no longer has is not deleted: DeleteObjects was denied at"
                                + " s3://builds/a/x (Amazon S3). Allow the credentials s3:DeleteObject on s3://builds/a/x. (no)");
        assertThat(EventMessages.isWarning(new Notice.CleaningRefused(AT, cause)))
                .isTrue();
    }

    private static Arguments said(Notice notice, boolean warning, String sentence) {
        return Arguments.of(notice, warning, sentence);
    }
}
