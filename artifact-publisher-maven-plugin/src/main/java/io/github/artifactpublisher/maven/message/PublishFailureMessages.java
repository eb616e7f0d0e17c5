package io.github.artifactpublisher.maven.message;

import io.github.artifactpublisher.integrity.IntegrityException;
import io.github.artifactpublisher.manifest.ManifestException;
import io.github.artifactpublisher.manifest.UncertainManifestException;
import io.github.artifactpublisher.publish.AlreadyPublishedException;
import io.github.artifactpublisher.publish.ConflictException;
import io.github.artifactpublisher.publish.PostPublicationException;
import io.github.artifactpublisher.publish.Publisher;
import io.github.artifactpublisher.publish.SharedPathException;
import io.github.artifactpublisher.text.Quoted;
import java.util.stream.Collectors;

/** Makes the messages of failures around the existing set, its manifest and other builds. */
final class PublishFailureMessages {
    /** The advice for several builds that publish at one path. */
    static final String OWN_PATHS =
            "Give each reactor or job a path of its own in artifacts.targetPaths: a fixed name, as in"
                    + " artifacts/{slug}/{branch}/backend; {artifactId}, for a set of each module; or {env.NAME} with"
                    + " artifacts.environment=NAME, for the jobs of a matrix.";

    private static final String BY_BUILD =
            " set artifacts.layout=by-build, with which no build overwrites the objects of another.";

    private PublishFailureMessages() {}

    static String of(IntegrityException e) {
        return "The stored object differs from the uploaded bytes, in two attempts: " + e.file() + " at " + e.location()
                + ", " + e.mismatch() + ". "
                + switch (e.manifest()) {
                    case NOT_WRITTEN -> "The manifest was not written.";
                    case WRITTEN ->
                        "The manifest is published, but its set is incomplete until this object is repaired.";
                    case UNCERTAIN -> "It is not known which manifest is published there, and whether it is intact.";
                }
                + " Look for a proxy or server that changes bodies, and run mvn deploy again.";
    }

    static String of(SharedPathException e) {
        return "The set at " + e.address() + " was published in this same run (" + Quoted.text(e.build())
                + ") and has modules that this build does not have: " + ShortList.some(e.modules())
                + ". Publishing here would replace that set, so its manifest was left unchanged. " + OWN_PATHS
                + " If this build is meant to replace that set, set artifacts.allowPartial=true.";
    }

    static String of(ManifestException e) {
        return e.location() + " " + e.reason()
                + ", so the plugin does not know the set there. Nothing was uploaded. Use a version of this plugin that"
                + " supports this manifest, or set artifacts.force=true to replace it.";
    }

    static String of(UncertainManifestException e) {
        return "It is not known whether " + e.location()
                + " is published: the server did not answer, and the manifest cannot be read. All objects of the set are"
                + " uploaded. Run mvn deploy again. "
                + FailureMessages.of(e.lost()).orElseThrow();
    }

    static String of(PostPublicationException e) {
        return "The manifest at " + e.address()
                + " is published, but it was not checked whether all objects that it names still exist. "
                + FailureMessages.of(e.failure()).orElseGet(e.failure()::toString)
                + " Run mvn deploy again to check the set.";
    }

    static String of(AlreadyPublishedException e) {
        String differences = e.differences().stream()
                .map(one -> one.name() + " (published: " + one.existing() + ", this build: " + one.ours() + ")")
                .collect(Collectors.joining(", "));
        return "The set at " + e.address() + ", published by " + Quoted.text(e.existing())
                + ", is written once, and the set of this build, " + Quoted.text(e.ours()) + ", differs: " + differences
                + ". The existing manifest was left unchanged. Make the build reproducible"
                + " (project.build.outputTimestamp), or remove {commit} from artifacts.targetPaths.";
    }

    static String of(ConflictException e) {
        String objects = String.join(", ", e.keys());
        return switch (e.kind()) {
            case OTHERS_PUBLISH ->
                "Other builds published to " + e.address() + " while this build tried to, " + Publisher.MAX_ATTEMPTS
                        + " times. Run mvn deploy again when they have finished.";
            case WRITE_REFUSED ->
                "The server refused " + Publisher.MAX_ATTEMPTS + " times to write the manifest at " + e.address()
                        + ": it reports another write of the same object, but no other manifest was found there. Run mvn"
                        + " deploy again later.";
            case OVERWRITTEN ->
                "The server lists other objects at " + e.address() + " than this build has uploaded, several times: "
                        + objects
                        + ". If another build publishes there, run mvn deploy again when it has finished, and"
                        + BY_BUILD;
            case NEWER_OVERWRITTEN ->
                "This build is older than the build that published the set at " + e.address()
                        + ", and overwrote objects of that set before it was published: " + objects
                        + ". Run the newer build again, and" + BY_BUILD;
            case NEWER_DELETED ->
                "Because of artifacts.clean, this build deleted objects at " + e.address() + " that a newer build, "
                        + Quoted.text(e.newer().orElseThrow()) + ", published again at the same time: " + objects
                        + ". Run the newer build again: it uploads the missing objects. With artifacts.layout=by-build,"
                        + " no object that a newer set names is deleted.";
            case UNREADABLE_MANIFEST ->
                e.address()
                        + " exists and is written once, but the credentials have no permission to read it. So it is not"
                        + " known whether an earlier run of this commit published the same files. The manifest was left"
                        + " unchanged. Allow s3:GetObject there and run mvn deploy again. It passes if the files are the"
                        + " same.";
        };
    }
}
