package io.github.artifactpublisher.maven.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.publish.PublishEvent;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Facts;
import io.github.artifactpublisher.store.StoreException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each event has its message, and is a warning only if the user must act. */
class EventMessagesTest {
    private static final String AT = "s3://builds/a/";

    static Stream<Arguments> examples() {
        return Stream.of(
                Arguments.of(
                        new PublishEvent.OlderBuildSkipped(AT, "GitHub Actions 8", "GitHub Actions 7"),
                        false,
                        "Not published: the set at s3://builds/a/ is from a newer build, GitHub Actions 8. This "
                                + "build is GitHub Actions 7. To replace the set, set artifacts.allowOlder=true."),
                Arguments.of(
                        new PublishEvent.IdenticalSetSkipped(AT, "GitHub Actions 8"),
                        false,
                        "Already published with the same content at s3://builds/a/, by GitHub Actions 8."),
                Arguments.of(
                        new PublishEvent.ManifestUnreadable(AT + "manifest.json"),
                        false,
                        "The credentials have no permission to read s3://builds/a/manifest.json, or it does not "
                                + "exist and they have no permission to list the bucket (S3 answers 403 to both). All files "
                                + "are uploaded, and an older build can replace the set of a newer one. Allow s3:GetObject "
                                + "there and s3:ListBucket for the bucket."),
                Arguments.of(
                        new PublishEvent.InvalidManifestOverwritten(AT + "manifest.json", "is not a manifest"),
                        true,
                        "s3://builds/a/manifest.json is not a manifest. It is replaced, because artifacts.force is "
                                + "set."),
                Arguments.of(
                        new PublishEvent.ListingDenied(AT),
                        false,
                        "The credentials have no permission to list s3://builds/a/, so unchanged files are "
                                + "uploaded again. Allow s3:ListBucket for this prefix."),
                Arguments.of(
                        new PublishEvent.MissingObjectsUnknown(AT),
                        false,
                        "The credentials have no permission to list s3://builds/a/, so missing objects of the set "
                                + "there are not detected. Allow s3:ListBucket for this prefix."),
                Arguments.of(
                        new PublishEvent.MissingObjectsRestored(AT, "GitHub Actions 8", 2),
                        true,
                        "Missing objects: 2 files of the set at s3://builds/a/, published by GitHub Actions 8. "
                                + "Uploading them again, to the keys that its manifest names."),
                Arguments.of(
                        new PublishEvent.LeftoverObjectsOverwritten(AT, 1),
                        false,
                        "An earlier run of this commit left 1 file with other content and no manifest at "
                                + "s3://builds/a/. Overwriting that content; the manifest names the objects of this build, "
                                + "below builds/."),
                Arguments.of(
                        new PublishEvent.PreconditionsIgnored(AT),
                        true,
                        "The server of s3://builds/a/ does not support conditional writes, so two builds that "
                                + "publish at the same time can overwrite each other. Let only one build at a time publish "
                                + "there."),
                Arguments.of(
                        new PublishEvent.OtherModulesOverwritten(
                                AT, "GitHub Actions 8", "GitHub Actions 7", List.of("com.acme:a", "com.acme:b")),
                        true,
                        "The set at s3://builds/a/, published by GitHub Actions 8 for the same commit, has modules "
                                + "that this build, GitHub Actions 7, does not have: com.acme:a, com.acme:b. This build "
                                + "replaces that set. Give each reactor or job a path of its own in artifacts.targetPaths: a "
                                + "fixed name, as in artifacts/{slug}/{branch}/backend; {artifactId}, for a set of each "
                                + "module; or {env.NAME} with artifacts.environment=NAME, for the jobs of a matrix."),
                Arguments.of(
                        new PublishEvent.OtherContentOverwritten(
                                AT, "CI 7, Java 17", "CI 7, Java 21", List.of("a", "b", "c", "d", "e", "f", "g")),
                        true,
                        "The set at s3://builds/a/ was published in this same run by another job, or earlier by "
                                + "this one (CI 7, Java 17), with other content: a, b, c, d, e and 2 more. This job (CI 7, "
                                + "Java 21) replaces it. To keep the set of each job of a matrix, give each job a path of "
                                + "its own: set artifacts.environment=NAME and add {env.NAME} to artifacts.targetPaths."),
                Arguments.of(
                        new PublishEvent.OtherBuildPublished(AT, 2),
                        false,
                        "Another build published to s3://builds/a/ in the meantime. Reading its manifest and "
                                + "trying again (attempt 2 of 30)."),
                Arguments.of(
                        new PublishEvent.ObjectsOverwritten(AT, List.of("a/x.gz", "a/y.gz")),
                        true,
                        "The publication failed after it had overwritten 2 files of the set at s3://builds/a/: "
                                + "a/x.gz, a/y.gz. The manifest there still describes the earlier objects. Run mvn deploy "
                                + "again. To prevent this, set artifacts.layout=by-build."),
                Arguments.of(
                        new PublishEvent.ManifestWriteRefused(AT, 2),
                        false,
                        "The server refused to write the manifest at s3://builds/a/ because of another write of "
                                + "it, but no other manifest was found there. Trying again (attempt 2 of 30)."),
                Arguments.of(
                        new PublishEvent.OverwrittenObjectsRestored(AT, 1),
                        true,
                        "The server lists 1 file of the set at s3://builds/a/ with another size or ETag than "
                                + "uploaded. Uploading again. Another build may have overwritten them. To prevent this, set "
                                + "artifacts.layout=by-build."),
                Arguments.of(
                        new PublishEvent.RepairAwaited(AT, "GitHub Actions 8", 2, Duration.ofMinutes(2)),
                        false,
                        "This build has overwritten 2 files of the set at s3://builds/a/ while a newer build, "
                                + "GitHub Actions 8, published it. Waiting up to 2 minutes until that build has uploaded "
                                + "them again."),
                Arguments.of(
                        new PublishEvent.StaleObjectsDeleted(AT, 2),
                        false,
                        "Deleted 2 files at s3://builds/a/ that are no longer part of the set."),
                Arguments.of(
                        new PublishEvent.StaleObjectsNotDeleted(Map.of(new ObjectKey("a/x.gz"), "AccessDenied no")),
                        true,
                        "Could not delete objects that are no longer part of the set: a/x.gz (AccessDenied no). "
                                + "Delete them by hand, because the next run with artifacts.clean finds only some of them."),
                Arguments.of(
                        new PublishEvent.CleanUpFailed(AT, denied()),
                        true,
                        "Could not delete the objects at s3://builds/a/ that are no longer part of the set. "
                                + "DeleteObjects was denied at s3://builds/a/x (Amazon S3). Allow the credentials "
                                + "s3:DeleteObject on s3://builds/a/x. (no)"),
                Arguments.of(
                        new PublishEvent.CleanUpSkipped(AT, 2),
                        false,
                        "Another build published to s3://builds/a/ in the meantime, so this build does not delete "
                                + "2 files that its own set no longer has. Delete by hand those that the newer set does not "
                                + "name."),
                Arguments.of(
                        new PublishEvent.IncompleteUploadsAborted(AT, 1),
                        false,
                        "Aborted 1 incomplete upload of an earlier run below s3://builds/a/."),
                Arguments.of(
                        new PublishEvent.IncompleteUploadsAborted(AT, 2),
                        false,
                        "Aborted 2 incomplete uploads of an earlier run below s3://builds/a/."));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachEventHasItsMessage(PublishEvent event, boolean warning, String message) {
        assertThat(EventMessages.of(event)).isEqualTo(message);
        assertThat(EventMessages.isWarning(event)).isEqualTo(warning);
    }

    @Test
    void noEventLacksAnExample() {
        assertThat(examples()
                        .<Class<?>>map(example -> example.get()[0].getClass())
                        .distinct())
                .containsExactlyInAnyOrder(PublishEvent.class.getPermittedSubclasses());
    }

    private static StoreException denied() {
        return new StoreException(
                Kind.ACCESS_DENIED, Facts.before("DeleteObjects", "s3://builds/a/x", "Amazon S3", "no"), null);
    }
}
