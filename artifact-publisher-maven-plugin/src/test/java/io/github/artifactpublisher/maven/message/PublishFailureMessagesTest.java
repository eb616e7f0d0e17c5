package io.github.artifactpublisher.maven.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.publish.ConflictException;
import io.github.artifactpublisher.publish.PublishFailures;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Facts;
import io.github.artifactpublisher.store.StoreException.Kind;
import org.junit.jupiter.api.Test;

/** The failures around the existing set name the set, the builds and the objects. */
class PublishFailureMessagesTest {
    @Test
    void anObjectThatDiffersIsNamedWithBothValues() {
        assertThat(message(PublishFailures.integrity()))
                .isEqualTo("The stored object differs from the uploaded bytes, in two attempts: x at "
                        + "s3://builds/a/x.gz, ETag: expected aa, received bb. The manifest was not written. Look "
                        + "for a proxy or server that changes bodies, and run mvn deploy again.");
        assertThat(message(PublishFailures.integrityWithManifest()))
                .endsWith(" received bb. The manifest is published, but its set is incomplete until this object is "
                        + "repaired. Look for a proxy or server that changes bodies, and run mvn deploy again.");
        assertThat(message(PublishFailures.integrityOfManifest()))
                .endsWith(" received bb. It is not known which manifest is published there, and whether it is "
                        + "intact. Look for a proxy or server that changes bodies, and run mvn deploy again.");
    }

    @Test
    void aManifestThatCannotBeUnderstoodSaysHowToGoOn() {
        assertThat(message(PublishFailures.manifest("has the schema 2")))
                .isEqualTo("s3://builds/a/manifest.json has the schema 2, so the plugin does not know the set "
                        + "there. Nothing was uploaded. Use a version of this plugin that supports this manifest, "
                        + "or set artifacts.force=true to replace it.");
    }

    @Test
    void aSetWrittenOnceIsNamedWithBothBuildsAndTheFiles() {
        assertThat(message(PublishFailures.immutable()))
                .isEqualTo("The set at s3://builds/a/, published by https://ci.example/1, is written once, and the "
                        + "set of this build, https://ci.example/2, differs: app.jar (published: aa, this build: "
                        + "bb). The existing manifest was left unchanged. Make the build reproducible "
                        + "(project.build.outputTimestamp), or remove {commit} from artifacts.targetPaths.");
    }

    @Test
    void anUncertainOrUncheckedManifestIsNamed() {
        StoreException failed = new StoreException(
                Kind.SERVER_FAILED, Facts.before("GetObject", "s3://builds/a/", "https://s3.example", "busy"), null);
        assertThat(message(PublishFailures.uncertainManifest(failed)))
                .startsWith(
                        "It is not known whether s3://builds/a/manifest.json is published: the server did not answer, and the"
                                + " manifest cannot be read. All objects of the set are uploaded. Run mvn deploy again. ")
                .endsWith("(busy)");
        assertThat(message(PublishFailures.notChecked(failed)))
                .startsWith("The manifest at s3://builds/a/ is published, but it was not checked whether all objects "
                        + "that it names still exist. ")
                .contains("(busy)")
                .endsWith(" Run mvn deploy again to check the set.")
                .doesNotContain("nother build");
    }

    @Test
    void anotherReactorOfTheSameRunIsNamedWithTheWaysToItsOwnPath() {
        assertThat(message(PublishFailures.sharedPath()))
                .isEqualTo("The set at s3://builds/a/ was published in this same run (https://ci.example/1) and has "
                        + "modules that this build does not have: com.acme:a, com.acme:b. Publishing here would "
                        + "replace that set, so its manifest was left unchanged. Give each reactor or job a path "
                        + "of its own in artifacts.targetPaths: a fixed name, as in "
                        + "artifacts/{slug}/{branch}/backend; {artifactId}, for a set of each module; or "
                        + "{env.NAME} with artifacts.environment=NAME, for the jobs of a matrix. If this build is "
                        + "meant to replace that set, set artifacts.allowPartial=true.");
    }

    @Test
    void anUnreadableManifestIsNamedWithTheMissingPermission() {
        assertThat(message(PublishFailures.unreadableManifest()))
                .isEqualTo("s3://builds/a/manifest.json exists and is written once, but the credentials have no "
                        + "permission to read it. So it is not known whether an earlier run of this commit "
                        + "published the same files. The manifest was left unchanged. Allow s3:GetObject there and "
                        + "run mvn deploy again. It passes if the files are the same.");
    }

    @Test
    void aConflictNamesTheObjectsAndTheOtherLayout() {
        assertThat(message(PublishFailures.conflictOverObjects(ConflictException.Kind.OVERWRITTEN)))
                .isEqualTo("The server lists other objects at s3://builds/a/ than this build has uploaded, several "
                        + "times: a/x.gz, a/y.gz. If another build publishes there, run mvn deploy again when it "
                        + "has finished, and set artifacts.layout=by-build, with which no build overwrites the "
                        + "objects of another.");
        assertThat(message(PublishFailures.conflictOverObjects(ConflictException.Kind.NEWER_OVERWRITTEN)))
                .isEqualTo("This build is older than the build that published the set at s3://builds/a/, and "
                        + "overwrote objects of that set before it was published: a/x.gz, a/y.gz. Run the newer "
                        + "build again, and set artifacts.layout=by-build, with which no build overwrites the "
                        + "objects of another.");
        assertThat(message(PublishFailures.conflictOverObjects(ConflictException.Kind.NEWER_DELETED)))
                .isEqualTo("Because of artifacts.clean, this build deleted objects at s3://builds/a/ that a newer "
                        + "build, https://ci.example/3, published again at the same time: a/x.gz, a/y.gz. Run the "
                        + "newer build again: it uploads the missing objects. With artifacts.layout=by-build, no "
                        + "object that a newer set names is deleted.");
        assertThat(message(PublishFailures.listing()))
                .isEqualTo("The listing of s3://builds/a/ does not end: the server lists a/x.gz again, because it "
                        + "ignores start-after of ListObjectsV2. Use a server that supports start-after, or keep "
                        + "fewer objects below this path than the server lists in one answer.");
        assertThat(message(PublishFailures.conflict(ConflictException.Kind.OTHERS_PUBLISH)))
                .isEqualTo("Other builds published to s3://builds/a/ while this build tried to, 30 times. Run mvn "
                        + "deploy again when they have finished.");
        assertThat(message(PublishFailures.conflict(ConflictException.Kind.WRITE_REFUSED)))
                .isEqualTo("The server refused 30 times to write the manifest at s3://builds/a/: it reports another "
                        + "write of the same object, but no other manifest was found there. Run mvn deploy again "
                        + "later.");
    }

    private static String message(RuntimeException e) {
        return FailureMessages.of(e).orElseThrow();
    }
}
