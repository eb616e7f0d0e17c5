package io.github.artifactpublisher.maven.message;

import io.github.artifactpublisher.publish.PublishEvent;
import io.github.artifactpublisher.publish.Publisher;
import io.github.artifactpublisher.report.PublishReport;
import io.github.artifactpublisher.text.Quoted;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes the messages for the events of a publication that do not end it. */
final class EventMessages {
    private static final String BY_BUILD = "To prevent this, set artifacts.layout=by-build.";

    /** Events that need an action of the user. */
    private static final MessageTable<PublishEvent> WARNINGS = new MessageTable<PublishEvent>()
            .with(
                    PublishEvent.InvalidManifestOverwritten.class,
                    it -> it.location() + " " + it.reason() + ". It is replaced, because artifacts.force is set.")
            .with(
                    PublishEvent.PreconditionsIgnored.class,
                    it -> "The server of " + it.address() + " does not support conditional writes, so two builds that"
                            + " publish at the same time can overwrite each other. Let only one build at a time publish"
                            + " there.")
            .with(
                    PublishEvent.OtherModulesOverwritten.class,
                    it -> "The set at " + it.address() + ", published by " + Quoted.text(it.existing())
                            + " for the same commit, has modules that this build, " + Quoted.text(it.ours())
                            + ", does not have: " + ShortList.some(it.modules()) + ". This build replaces that set. "
                            + PublishFailureMessages.OWN_PATHS)
            .with(
                    PublishEvent.OtherContentOverwritten.class,
                    it -> "The set at " + it.address() + " was published in this same run by another job, or earlier"
                            + " by this one (" + Quoted.text(it.existing()) + "), with other content: "
                            + ShortList.some(it.files()) + ". This job (" + Quoted.text(it.ours())
                            + ") replaces it. To keep the set of each job of a matrix, give each job a path of its own:"
                            + " set artifacts.environment=NAME and add {env.NAME} to artifacts.targetPaths.")
            .with(
                    PublishEvent.ObjectsOverwritten.class,
                    it -> "The publication failed after it had overwritten "
                            + PublishReport.files(it.keys().size()) + " of the set at " + it.address() + ": "
                            + ShortList.some(it.keys())
                            + ". The manifest there still describes the earlier objects. Run mvn deploy again. "
                            + BY_BUILD)
            .with(
                    PublishEvent.MissingObjectsRestored.class,
                    it -> "Missing objects: " + PublishReport.files(it.objects()) + " of the set at " + it.address()
                            + ", published by " + it.existing()
                            + ". Uploading them again, to the keys that its manifest names.")
            .with(
                    PublishEvent.OverwrittenObjectsRestored.class,
                    it -> "The server lists " + PublishReport.files(it.objects()) + " of the set at " + it.address()
                            + " with another size or ETag than uploaded. Uploading again. Another build may have"
                            + " overwritten them. " + BY_BUILD)
            .with(
                    PublishEvent.StaleObjectsNotDeleted.class,
                    it -> "Could not delete objects that are no longer part of the set: " + reasons(it.reasons())
                            + ". Delete them by hand, because the next run with artifacts.clean finds only some of"
                            + " them.")
            .with(
                    PublishEvent.CleanUpFailed.class,
                    it -> "Could not delete the objects at " + it.address()
                            + " that are no longer part of the set. "
                            + FailureMessages.of(it.cause()).orElseThrow(it::cause));

    private static final MessageTable<PublishEvent> INFO = new MessageTable<PublishEvent>()
            .with(
                    PublishEvent.OlderBuildSkipped.class,
                    it -> "Not published: the set at " + it.address() + " is from a newer build, " + it.newer()
                            + ". This build is " + it.ours() + ". To replace the set, set artifacts.allowOlder=true.")
            .with(
                    PublishEvent.IdenticalSetSkipped.class,
                    it -> "Already published with the same content at " + it.address() + ", by " + it.existing() + ".")
            .with(
                    PublishEvent.ManifestUnreadable.class,
                    it -> "The credentials have no permission to read " + it.location()
                            + ", or it does not exist and they have no permission to list the bucket (S3 answers 403 to"
                            + " both). All files are uploaded, and an older build can replace the set of a newer one."
                            + " Allow s3:GetObject there and s3:ListBucket for the bucket.")
            .with(
                    PublishEvent.ListingDenied.class,
                    it -> "The credentials have no permission to list " + it.address()
                            + ", so unchanged files are uploaded again. Allow s3:ListBucket for this prefix.")
            .with(
                    PublishEvent.MissingObjectsUnknown.class,
                    it -> "The credentials have no permission to list " + it.address()
                            + ", so missing objects of the set there are not detected. Allow s3:ListBucket for this"
                            + " prefix.")
            .with(
                    PublishEvent.LeftoverObjectsOverwritten.class,
                    it -> "An earlier run of this commit left " + PublishReport.files(it.objects())
                            + " with other content and no manifest at " + it.address()
                            + ". Overwriting that content; the manifest names the objects of this build, below builds/.")
            .with(
                    PublishEvent.OtherBuildPublished.class,
                    it -> "Another build published to " + it.address()
                            + " in the meantime. Reading its manifest and trying again" + attempt(it.attempt()))
            .with(
                    PublishEvent.ManifestWriteRefused.class,
                    it -> "The server refused to write the manifest at " + it.address()
                            + " because of another write of it, but no other manifest was found there. Trying again"
                            + attempt(it.attempt()))
            .with(
                    PublishEvent.RepairAwaited.class,
                    it -> "This build has overwritten " + PublishReport.files(it.objects()) + " of the set at "
                            + it.address() + " while a newer build, " + it.newer()
                            + ", published it. Waiting up to "
                            + it.maxWait().toMinutes() + " minutes until that build has uploaded them again.")
            .with(
                    PublishEvent.StaleObjectsDeleted.class,
                    it -> "Deleted " + PublishReport.files(it.objects()) + " at " + it.address()
                            + " that are no longer part of the set.")
            .with(
                    PublishEvent.CleanUpSkipped.class,
                    it -> "Another build published to " + it.address()
                            + " in the meantime, so this build does not delete "
                            + PublishReport.files(it.objects())
                            + " that its own set no longer has. Delete by hand those that the newer set does not name.")
            .with(
                    PublishEvent.IncompleteUploadsAborted.class,
                    it -> "Aborted "
                            + (it.uploads() == 1 ? "1 incomplete upload" : it.uploads() + " incomplete uploads")
                            + " of an earlier run below " + it.address() + ".");

    private EventMessages() {}

    /** Returns whether the event needs an action of the user. */
    static boolean isWarning(PublishEvent event) {
        return WARNINGS.of(event).isPresent();
    }

    /** Returns the message, in one line. */
    static String of(PublishEvent event) {
        return WARNINGS.of(event)
                .or(() -> INFO.of(event))
                .orElseThrow(() -> new IllegalArgumentException("no message for " + event));
    }

    private static String attempt(int attempt) {
        return " (attempt " + attempt + " of " + Publisher.MAX_ATTEMPTS + ").";
    }

    private static String reasons(Map<?, String> reasons) {
        return reasons.entrySet().stream()
                .map(left -> left.getKey() + " (" + left.getValue() + ")")
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
