package io.github.artifactpublisher.maven.message;

import io.github.artifactpublisher.publish.ConflictException;
import io.github.artifactpublisher.publish.ImmutableException;
import io.github.artifactpublisher.publish.ManifestException;
import io.github.artifactpublisher.publish.NotCheckedException;
import io.github.artifactpublisher.publish.Publisher;
import io.github.artifactpublisher.publish.SharedPathException;
import io.github.artifactpublisher.publish.UncertainManifestException;
import io.github.artifactpublisher.store.ListingException;
import io.github.artifactpublisher.text.Quoted;
import java.util.stream.Collectors;

/** The sentences of failures that what stands already, or another build, is the cause of. */
final class PublishFailureMessages {
    /** How several sets of one commit get along. */
    static final String OWN_PATHS =
            "Give each reactor or job a path of its own in artifacts.targetPaths: a fixed name, as in"
                    + " artifacts/{slug}/{branch}/backend; {artifactId}, for a set of each module; or {env.NAME} with"
                    + " artifacts.environment=NAME, for the jobs of a matrix.";

    private PublishFailureMessages() {}

    static String of(SharedPathException e) {
        return "The set at " + e.address() + " was published in this same run (" + Quoted.text(e.build())
                + ") and has modules that this build does not have: " + Listed.some(e.modules())
                + ". Publishing here would replace that set; its manifest was left as it is. " + OWN_PATHS
                + " If this build is meant to replace that set, set artifacts.allowPartial=true.";
    }

    static String of(ManifestException e) {
        return e.location() + " " + e.reason()
                + ", so that nothing is known of the set there; nothing was sent. Use a version of this plugin that knows it,"
                + " or set artifacts.force=true to replace it.";
    }

    static String of(UncertainManifestException e) {
        return "It is not known whether " + e.location()
                + " is published: the server did not answer, and the manifest cannot"
                + " be read. All objects of the set are uploaded. Run mvn deploy again. "
                + FailureMessages.of(e.lost()).orElseThrow();
    }

    static String of(NotCheckedException e) {
        return "The manifest at " + e.address()
                + " is published; not checked: whether all that it names is still there. "
                + FailureMessages.of(e.failure()).orElseGet(e.failure()::toString)
                + " Run mvn deploy again to check the set.";
    }

    static String of(ImmutableException e) {
        String differences = e.differences().stream()
                .map(one -> one.name() + " (there " + one.standing() + ", here " + one.ours() + ")")
                .collect(Collectors.joining(", "));
        return "The set at " + e.address() + ", published by " + Quoted.text(e.standing())
                + ", is written once, and that of this build, " + Quoted.text(e.ours()) + ", differs: " + differences
                + ". Its manifest was left as it is. Make the build reproducible (project.build.outputTimestamp), or take"
                + " {commit} out of artifacts.targetPaths.";
    }

    static String of(ConflictException e) {
        String objects = String.join(", ", e.keys());
        return switch (e.kind()) {
            case OTHERS_PUBLISH ->
                "Other builds have published to " + e.address() + " while this one tried to, " + Publisher.MOST_ATTEMPTS
                        + " times. Run mvn deploy again when they have ended.";
            case WRITE_REFUSED ->
                "The server refused " + Publisher.MOST_ATTEMPTS + " times to write the manifest at " + e.address()
                        + ": it answers that another write of the same object is under way. No other manifest was seen"
                        + " there. Run mvn deploy again later.";
            case OVERWRITTEN ->
                "The server lists other objects at " + e.address() + " than this build has uploaded, several times: "
                        + objects
                        + ". If another build publishes there, run mvn deploy again when it has ended, and set"
                        + " artifacts.layout=by-build, with which no build replaces another's.";
            case NEWER_OVERWRITTEN ->
                "This build is older than the one whose set stands at " + e.address()
                        + ", and has replaced objects of it before that was there: " + objects
                        + ". Run the newer build again, and set artifacts.layout=by-build, with which no build replaces"
                        + " another's.";
            case NEWER_DELETED ->
                "By artifacts.clean this build has deleted objects that a newer build, "
                        + Quoted.text(e.newer().orElseThrow()) + ", has brought back to " + e.address() + " just then: "
                        + objects
                        + ". Run that build again: it finds that they have gone, and sends them. With"
                        + " artifacts.layout=by-build nothing that a newer set names is deleted.";
            case UNREADABLE_MANIFEST ->
                e.address()
                        + " stands already, which is written once, and the credentials may not read it: whether it is of"
                        + " the same files, by an earlier run of this commit, is not known. It was left as it is. Allow"
                        + " s3:GetObject there and run mvn deploy again; the same files are then a success.";
        };
    }

    static String of(ListingException e) {
        return "The server lists what stands at " + e.address() + " without an end: it has come to "
                + Quoted.text(e.last())
                + " again, since it does not heed where a page of a listing is to begin (start-after of ListObjectsV2). Use a"
                + " server that does, or keep fewer objects at this address than it lists at once.";
    }
}
