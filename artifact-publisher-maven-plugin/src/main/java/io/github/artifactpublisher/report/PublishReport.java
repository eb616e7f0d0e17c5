package io.github.artifactpublisher.report;

import io.github.artifactpublisher.manifest.SetFiles;
import io.github.artifactpublisher.publish.PublishedSet;
import io.github.artifactpublisher.text.ByteSize;
import io.github.artifactpublisher.text.TextTable;
import io.github.artifactpublisher.transfer.PublishedObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines of a publication: one for each object while it runs, and the summary at the end. */
public final class PublishReport {
    private PublishReport() {}

    /** Returns the line for an object that is uploaded and verified. */
    public static String progress(PublishedObject object) {
        return String.format(
                Locale.ROOT,
                "Uploaded %s (%s, verified by %s)",
                object.key(),
                ByteSize.format(object.stored().size()),
                object.method().label());
    }

    /** Returns the summary of a published set: a table, the totals, and its address. */
    public static List<String> summary(PublishedSet set, Duration duration) {
        TextTable table = new TextTable("File", ">Size", ">Stored", ">Ratio", "Verified", "Key");
        for (PublishedObject object : set.objects()) {
            table.row(
                    object.planned().output().name(),
                    ByteSize.format(object.originalSize()),
                    ByteSize.format(object.stored().size()),
                    ratio(object.originalSize(), object.stored().size()),
                    object.unchanged() ? "unchanged" : object.method().label(),
                    object.key().value());
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add(total(set, duration));
        lines.add("Published " + files(set.objects().size()) + " (" + ByteSize.format(stored(set)) + ") to "
                + set.address() + " (" + SetFiles.MANIFEST + ", " + SetFiles.SHA256SUMS + ")");
        return lines;
    }

    private static String total(PublishedSet set, Duration duration) {
        long original =
                set.objects().stream().mapToLong(PublishedObject::originalSize).sum();
        long unchanged =
                set.objects().stream().filter(PublishedObject::unchanged).count();
        return String.format(
                Locale.ROOT,
                "%s%s, %s stored as %s (ratio %s) in %.1f s",
                unchanged == 0
                        ? ""
                        : files((int) (set.objects().size() - unchanged)) + " uploaded, " + unchanged + " unchanged: ",
                files(set.objects().size()),
                ByteSize.format(original),
                ByteSize.format(stored(set)),
                ratio(original, stored(set)),
                duration.toMillis() / 1000.0);
    }

    private static long stored(PublishedSet set) {
        return set.objects().stream()
                .mapToLong(object -> object.stored().size())
                .sum();
    }

    /** Returns a number of files in words: {@code 1 file} or {@code 2 files}. */
    public static String files(int count) {
        return count == 1 ? "1 file" : count + " files";
    }

    /** Returns the original size divided by the stored size. */
    private static String ratio(long original, long stored) {
        return stored == 0 ? "-" : String.format(Locale.ROOT, "%.2f", (double) original / stored);
    }
}
