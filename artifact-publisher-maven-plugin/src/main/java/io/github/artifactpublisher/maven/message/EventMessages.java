package io.github.artifactpublisher.maven.message;

import io.github.artifactpublisher.publish.Notice;
import io.github.artifactpublisher.report.PublishReport;
import io.github.artifactpublisher.text.Quoted;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes the sentences of what is told of a publication and ends nothing. */
final class EventMessages {
    private EventMessages() {}

    /** Whether somebody should do something about it. */
    static boolean isWarning(Notice notice) {
        return notice instanceof Notice.ManifestReplaced
                || notice instanceof Notice.ConditionsIgnored
                || notice instanceof Notice.OtherModulesReplaced
                || notice instanceof Notice.OtherContentReplaced
                || notice instanceof Notice.Overwritten
                || notice instanceof Notice.LostSentAgain
                || notice instanceof Notice.SentOverAgain
                || notice instanceof Notice.NotDeleted
                || notice instanceof Notice.CleaningRefused;
    }

    /** The sentence for it. */
    static String of(Notice notice) {
        if (notice instanceof Notice.NewerStands newer) {
            return "Not published: the set at " + newer.address() + " is that of a newer build, " + newer.standing()
                    + "; this is " + newer.ours() + ". To publish it all the same, set artifacts.allowOlder=true.";
        } else if (notice instanceof Notice.SameStands same) {
            return "Already published, with the same content: " + same.address() + ", by " + same.standing() + ".";
        } else if (notice instanceof Notice.ManifestUnreadable unreadable) {
            return "The credentials may not read " + unreadable.location()
                    + ", or it does not exist and they may not list the bucket, to which S3 answers 403, too: everything"
                    + " is sent, and nothing keeps an older build from replacing a newer one. Allow s3:GetObject there"
                    + " and s3:ListBucket for the bucket.";
        } else if (notice instanceof Notice.ManifestReplaced replaced) {
            return replaced.location() + " " + replaced.reason() + ". It is replaced, because artifacts.force is set.";
        } else if (notice instanceof Notice.ListingRefused refused) {
            return "The credentials may not list " + refused.address()
                    + ": what is unchanged is not known, and is sent. Allow s3:ListBucket for this prefix.";
        } else if (notice instanceof Notice.SetUnseen unseen) {
            return "The credentials may not list " + unseen.address()
                    + ": whether all objects of the set there still stand is not known. Allow s3:ListBucket for this prefix.";
        } else if (notice instanceof Notice.LostSentAgain lost) {
            return "Of the set at " + lost.address() + ", published by " + lost.standing() + ", "
                    + PublishReport.files(lost.objects()) + " had gone; sending again, to where its manifest says.";
        } else if (notice instanceof Notice.LeftReplaced left) {
            return "Another run of this commit has left " + PublishReport.files(left.objects())
                    + " with other bytes at " + left.address()
                    + " and no manifest; replacing them. The manifest names this build's below builds/.";
        } else if (notice instanceof Notice.ConditionsIgnored ignored) {
            return "The server of " + ignored.address()
                    + " knows no conditional writes: two builds that publish at the same moment are not kept apart."
                    + " Let one build at a time publish there.";
        } else if (notice instanceof Notice.OtherModulesReplaced other) {
            return "The set at " + other.address() + ", published by " + Quoted.text(other.existing())
                    + " for the same commit, has modules that this build, " + Quoted.text(other.ours())
                    + ", does not have: " + Listed.some(other.modules()) + ". This build replaces that set. "
                    + PublishFailureMessages.OWN_PATHS;
        } else if (notice instanceof Notice.OtherContentReplaced other) {
            return "The set at " + other.address() + " was published in this same run by another job, or by this one"
                    + " before (" + Quoted.text(other.existing()) + "), with other content: "
                    + Listed.some(other.files()) + ". This job (" + Quoted.text(other.ours())
                    + ") replaces it. If the jobs of a matrix are to keep their sets, give each job a path of its own: set"
                    + " artifacts.environment=NAME and add {env.NAME} to artifacts.targetPaths.";
        } else {
            return ofOthersAndLeftovers(notice);
        }
    }

    private static String ofOthersAndLeftovers(Notice notice) {
        if (notice instanceof Notice.AnotherCame came) {
            return "Another build has published to " + came.address() + " meanwhile; looking again (attempt "
                    + came.attempt() + ").";
        } else if (notice instanceof Notice.Overwritten overwritten) {
            return "The publication failed after it had overwritten "
                    + PublishReport.files(overwritten.keys().size()) + " of the set at " + overwritten.address() + ": "
                    + Listed.some(overwritten.keys())
                    + ". The manifest there still describes the earlier objects. Run mvn"
                    + " deploy again; with artifacts.layout=by-build no build overwrites the objects of another.";
        } else if (notice instanceof Notice.WriteRefused refused) {
            return "The server refused to write the manifest at " + refused.address()
                    + ", as if another write of it were under way; no other manifest was seen there. Trying again (attempt "
                    + refused.attempt() + ").";
        } else if (notice instanceof Notice.SentOverAgain again) {
            return "The server lists " + PublishReport.files(again.objects()) + " of the set at " + again.address()
                    + " otherwise than uploaded; uploading again. Another build may have replaced them: with"
                    + " artifacts.layout=by-build no build replaces another's.";
        } else if (notice instanceof Notice.MendingAwaited awaited) {
            return "This build has replaced " + PublishReport.files(awaited.objects()) + " of the set at "
                    + awaited.address() + " while a newer build, " + awaited.standing()
                    + ", published it; waiting for that one to send again, for two minutes at the most.";
        } else if (notice instanceof Notice.Deleted deleted) {
            return "Deleted what the set no longer has: " + PublishReport.files(deleted.objects()) + " below "
                    + deleted.address();
        } else if (notice instanceof Notice.NotDeleted left) {
            return "Not deleted, though the set no longer has them: " + reasons(left.reasons())
                    + ". The next run with artifacts.clean finds only some of them again: delete them by hand.";
        } else if (notice instanceof Notice.CleaningRefused refused) {
            return "What the set at " + refused.address() + " no longer has is not deleted: "
                    + FailureMessages.of(refused.cause()).orElseThrow(refused::cause);
        } else if (notice instanceof Notice.CleaningLeft left) {
            return "Another build has published to " + left.address()
                    + " meanwhile; so what this one's set no longer had, "
                    + PublishReport.files(left.objects())
                    + ", is not deleted. Where the newer set does not name it, delete it"
                    + " by hand.";
        } else if (notice instanceof Notice.LeftPartsAborted aborted) {
            return "Gave up parts of " + PublishReport.files(aborted.uploads()) + " that an earlier run has left at "
                    + aborted.address() + ".";
        }
        throw new IllegalArgumentException("no sentence for " + notice);
    }

    private static String reasons(Map<?, String> reasons) {
        return reasons.entrySet().stream()
                .map(left -> left.getKey() + " (" + left.getValue() + ")")
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
