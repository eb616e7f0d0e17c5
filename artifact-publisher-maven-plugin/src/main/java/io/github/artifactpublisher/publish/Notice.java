package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.layout.ObjectKey;
import java.util.List;
import java.util.Map;

/** Something that whoever reads the log should know of a publication that goes on, or that ends well without. */
public sealed interface Notice {
    /**
     * A newer build's set stands, and is left as it is.
     *
     * @param address where: {@code s3://bucket/prefix/}
     * @param standing the newer build, by its name
     * @param ours this build, by its name
     */
    record NewerStands(String address, String standing, String ours) implements Notice {}

    /**
     * The very same set stands at an address that is written once.
     *
     * @param address where
     * @param standing the build that has published it, by its name
     */
    record SameStands(String address, String standing) implements Notice {}

    /**
     * A set of the same commit exists with modules that this build does not have, and is replaced.
     *
     * @param address where
     * @param existing the build that has published it, by its name
     * @param ours this build, by its name
     * @param modules each as {@code groupId:artifactId}
     */
    record OtherModulesReplaced(String address, String existing, String ours, List<String> modules) implements Notice {
        /** Copies the list. */
        public OtherModulesReplaced {
            modules = List.copyOf(modules);
        }
    }

    /**
     * A set of the same attempt of the same run exists with other content, and is replaced: most often it is that of
     * another job of a matrix.
     *
     * @param address where
     * @param existing the job that has published it
     * @param ours this job
     * @param files the names of the files in which the sets differ
     */
    record OtherContentReplaced(String address, String existing, String ours, List<String> files) implements Notice {
        /** Copies the list. */
        public OtherContentReplaced {
            files = List.copyOf(files);
        }
    }

    /**
     * The credentials may not read the manifest: everything is sent, and nothing guards against a newer build.
     *
     * @param location the manifest's
     */
    record ManifestUnreadable(String location) implements Notice {}

    /**
     * The manifest cannot be understood, and is replaced because that was asked for.
     *
     * @param location the manifest's
     * @param reason what is wrong with it, as the end of a sentence that begins with it
     */
    record ManifestReplaced(String location, String reason) implements Notice {}

    /**
     * The credentials may not list what stands: what is unchanged cannot be told, and is sent.
     *
     * @param address where
     */
    record ListingRefused(String address) implements Notice {}

    /**
     * The credentials may not list what stands at an address that is written once: whether objects are gone there is
     * not known.
     *
     * @param address where
     */
    record SetUnseen(String address) implements Notice {}

    /**
     * Objects of a set that is written once were missing, and are sent again.
     *
     * @param address where
     * @param standing the build that has published it, by its name
     * @param objects how many
     */
    record LostSentAgain(String address, String standing, int objects) implements Notice {}

    /**
     * At an address that is written once stood objects with other bytes and no manifest, as a run that was killed
     * leaves them; they are replaced, now that the manifest stands, which names the same files at other keys.
     *
     * @param address where
     * @param objects how many
     */
    record LeftReplaced(String address, int objects) implements Notice {}

    /**
     * The store does not heed conditions: two builds that publish at the same moment are not kept apart.
     *
     * @param address where
     */
    record ConditionsIgnored(String address) implements Notice {}

    /**
     * The publication has failed after objects of the set were overwritten, whose manifest still describes the earlier
     * ones.
     *
     * @param address where
     * @param keys of the objects
     */
    record Overwritten(String address, List<String> keys) implements Notice {
        /** Copies the list. */
        public Overwritten {
            keys = List.copyOf(keys);
        }
    }

    /**
     * Another build has published in between; what stands now is looked at again.
     *
     * @param address where
     * @param attempt the number of the attempt that begins, 2 or more
     */
    record AnotherCame(String address, int attempt) implements Notice {}

    /**
     * The server has refused to write the manifest, as if another were being written, and the one that is there has not
     * changed.
     *
     * @param address where
     * @param attempt the number of the attempt that begins, 2 or more
     */
    record WriteRefused(String address, int attempt) implements Notice {}

    /**
     * Another build has replaced objects of this set; they are sent again.
     *
     * @param address where
     * @param objects how many
     */
    record SentOverAgain(String address, int objects) implements Notice {}

    /**
     * This build has replaced objects of a newer set, whose build is about to send them again; that is waited for.
     *
     * @param address where
     * @param standing the newer build, by its name
     * @param objects how many
     */
    record MendingAwaited(String address, String standing, int objects) implements Notice {}

    /**
     * Objects that the set no longer has are deleted.
     *
     * @param address where
     * @param objects how many
     */
    record Deleted(String address, int objects) implements Notice {}

    /**
     * Objects that the set no longer has could not be deleted.
     *
     * @param reasons the store's reason for each
     */
    record NotDeleted(Map<ObjectKey, String> reasons) implements Notice {}

    /**
     * What the set no longer has could not be listed or deleted.
     *
     * @param address where
     * @param cause why
     */
    record CleaningRefused(String address, RuntimeException cause) implements Notice {}

    /**
     * Another build has published in between, and may have brought back what this one would have deleted.
     *
     * @param address where
     * @param objects how many
     */
    record CleaningLeft(String address, int objects) implements Notice {}

    /**
     * Parts that an earlier run of the same set has left were given up.
     *
     * @param address where
     * @param uploads of how many objects
     */
    record LeftPartsAborted(String address, int uploads) implements Notice {}
}
