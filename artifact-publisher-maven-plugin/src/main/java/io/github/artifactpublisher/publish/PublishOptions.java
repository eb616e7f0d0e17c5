package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.manifest.Layout;

/**
 * The settings of a publication.
 *
 * @param layout where the objects go below the prefix of a target
 * @param force whether unchanged files are uploaded, too, and a manifest that cannot be parsed is overwritten
 * @param allowOlder whether the set of a newer build may be overwritten
 * @param clean whether objects that are no longer part of the set are deleted
 * @param partial whether the set may overwrite one of the same run that has modules which this build does not have
 * @param storage how the store keeps the objects, in any format; if it changes, all files are uploaded again
 */
public record PublishOptions(
        Layout layout, boolean force, boolean allowOlder, boolean clean, boolean partial, String storage) {
    /** Returns these options, but without deleting objects. */
    public PublishOptions withoutCleaning() {
        return new PublishOptions(layout, force, allowOlder, false, partial, storage);
    }

    /** Returns these options, but for a set that may overwrite one of the same run with other modules. */
    public PublishOptions allowingPartial() {
        return new PublishOptions(layout, force, allowOlder, clean, true, storage);
    }
}
