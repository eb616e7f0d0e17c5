package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.manifest.Layout;

/**
 * How a plan is carried out.
 *
 * @param layout where the objects go below the prefix
 * @param force whether everything is sent, be it unchanged, and a manifest that cannot be read is replaced
 * @param allowOlder whether a newer build's set may be replaced
 * @param clean whether objects that the set no longer has are deleted after the manifest
 * @param partial whether the set may replace one of the same run that has modules which this build does not have
 * @param storage how the store keeps the objects, in any words: what is kept in another way is sent again
 */
public record PublishOptions(
        Layout layout, boolean force, boolean allowOlder, boolean clean, boolean partial, String storage) {
    /** These, leaving what is left over. */
    public PublishOptions deletingNothing() {
        return new PublishOptions(layout, force, allowOlder, false, partial, storage);
    }

    /** These, over a set of the same run with other modules, too. */
    public PublishOptions allowingPartial() {
        return new PublishOptions(layout, force, allowOlder, clean, true, storage);
    }
}
