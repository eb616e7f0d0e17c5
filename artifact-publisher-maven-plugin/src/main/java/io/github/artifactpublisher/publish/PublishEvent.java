package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.layout.ObjectKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An event of a publication that is logged and does not fail the build. */
public sealed interface PublishEvent {
    /**
     * A newer build has published its set. Nothing is published.
     *
     * @param address the address of the set: {@code s3://bucket/prefix/}
     * @param newer the newer build, by its name
     * @param ours this build, by its name
     */
    record OlderBuildSkipped(String address, String newer, String ours) implements PublishEvent {}

    /**
     * An identical set exists at a target that is written once. Nothing is published.
     *
     * @param address the address of the set
     * @param existing the build that has published it, by its name
     */
    record IdenticalSetSkipped(String address, String existing) implements PublishEvent {}

    /**
     * A set of the same commit is overwritten, and it has modules that this build does not have.
     *
     * @param address the address of the set
     * @param existing the build that has published it, by its name
     * @param ours this build, by its name
     * @param modules each as {@code groupId:artifactId}
     */
    record OtherModulesOverwritten(String address, String existing, String ours, List<String> modules)
            implements PublishEvent {
        /** Copies the list. */
        public OtherModulesOverwritten {
            modules = List.copyOf(modules);
        }
    }

    /**
     * A set of the same attempt of the same run is overwritten, and it has other content. Most often another job of a
     * matrix has published it.
     *
     * @param address the address of the set
     * @param existing the job that has published it
     * @param ours this job
     * @param files the names of the files that differ
     */
    record OtherContentOverwritten(String address, String existing, String ours, List<String> files)
            implements PublishEvent {
        /** Copies the list. */
        public OtherContentOverwritten {
            files = List.copyOf(files);
        }
    }

    /**
     * The credentials may not read the manifest. All files are uploaded, and a newer build's set may be overwritten.
     *
     * @param location the address of the manifest
     */
    record ManifestUnreadable(String location) implements PublishEvent {}

    /**
     * The manifest cannot be parsed, and {@code artifacts.force} allows to overwrite it.
     *
     * @param location the address of the manifest
     * @param reason what is wrong with it, as the end of a sentence that begins with the manifest
     */
    record InvalidManifestOverwritten(String location, String reason) implements PublishEvent {}

    /**
     * The credentials may not list objects, so unchanged files are uploaded, too.
     *
     * @param address the address of the set
     */
    record ListingDenied(String address) implements PublishEvent {}

    /**
     * The credentials may not list objects, so missing objects of a set that is written once are not found.
     *
     * @param address the address of the set
     */
    record MissingObjectsUnknown(String address) implements PublishEvent {}

    /**
     * Missing objects of a set that is written once are uploaded again.
     *
     * @param address the address of the set
     * @param existing the build that has published it, by its name
     * @param objects how many
     */
    record MissingObjectsRestored(String address, String existing, int objects) implements PublishEvent {}

    /**
     * Objects of a killed run, which has left no manifest at a target that is written once, are overwritten. The
     * manifest is published by then, and names the same files at other keys.
     *
     * @param address the address of the set
     * @param objects how many
     */
    record LeftoverObjectsOverwritten(String address, int objects) implements PublishEvent {}

    /**
     * The store ignores preconditions, so two builds that publish at the same moment can overwrite each other.
     *
     * @param address the address of the set
     */
    record PreconditionsIgnored(String address) implements PublishEvent {}

    /**
     * The publication has failed after it has overwritten objects of the existing set, whose manifest still describes
     * the earlier objects.
     *
     * @param address the address of the set
     * @param keys the keys of the objects
     */
    record ObjectsOverwritten(String address, List<String> keys) implements PublishEvent {
        /** Copies the list. */
        public ObjectsOverwritten {
            keys = List.copyOf(keys);
        }
    }

    /**
     * Another build has published since the manifest was read, so the next attempt begins.
     *
     * @param address the address of the set
     * @param attempt the number of the next attempt, 2 or more
     */
    record OtherBuildPublished(String address, int attempt) implements PublishEvent {}

    /**
     * The server has refused to write the manifest although it has not changed, so the next attempt begins.
     *
     * @param address the address of the set
     * @param attempt the number of the next attempt, 2 or more
     */
    record ManifestWriteRefused(String address, int attempt) implements PublishEvent {}

    /**
     * Another build has overwritten objects of this build's set. They are uploaded again.
     *
     * @param address the address of the set
     * @param objects how many
     */
    record OverwrittenObjectsRestored(String address, int objects) implements PublishEvent {}

    /**
     * This build has overwritten objects of a newer build's set, and waits until that build uploads them again.
     *
     * @param address the address of the set
     * @param newer the newer build, by its name
     * @param objects how many
     * @param maxWait the build fails after this time
     */
    record RepairAwaited(String address, String newer, int objects, Duration maxWait) implements PublishEvent {}

    /**
     * Objects that are no longer part of the set are deleted.
     *
     * @param address the address of the set
     * @param objects how many
     */
    record StaleObjectsDeleted(String address, int objects) implements PublishEvent {}

    /**
     * Objects that are no longer part of the set could not be deleted.
     *
     * @param reasons the store's reason for each
     */
    record StaleObjectsNotDeleted(Map<ObjectKey, String> reasons) implements PublishEvent {}

    /**
     * Listing or deleting the objects that are no longer part of the set has failed.
     *
     * @param address the address of the set
     * @param cause the failure
     */
    record CleanUpFailed(String address, RuntimeException cause) implements PublishEvent {}

    /**
     * Another build has published meanwhile and may need the objects that this build would have deleted.
     *
     * @param address the address of the set
     * @param objects how many
     */
    record CleanUpSkipped(String address, int objects) implements PublishEvent {}

    /**
     * Incomplete uploads of an earlier run of the same set were aborted.
     *
     * @param address the address of the set
     * @param uploads how many
     */
    record IncompleteUploadsAborted(String address, int uploads) implements PublishEvent {}
}
