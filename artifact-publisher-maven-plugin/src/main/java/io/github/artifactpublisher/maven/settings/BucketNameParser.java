package io.github.artifactpublisher.maven.settings;

import io.github.artifactpublisher.text.Quoted;
import io.github.artifactpublisher.text.Sourced;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses and checks the name of the bucket. If it is a URL or an ARN, the message has the corrected setting. */
final class BucketNameParser {
    private static final String NAME = "[A-Za-z0-9._-]{3,255}";
    private static final Pattern WITH_PATH = Pattern.compile("(?:[sS]3[an]?://)?(" + NAME + ")(/.*)?");
    private static final Pattern URL = Pattern.compile("(?i)https?://[^/@]+/(" + NAME + ")(?:/.*)?");

    /** "Amazon S3 ARN formats": a bucket has neither region nor account. */
    private static final Pattern BUCKET_ARN = Pattern.compile("arn:[a-z-]+:s3:::(" + NAME + ")(/.*)?");

    private static final String ALONE = "Set only the name, without s3:// and without a path.";

    private BucketNameParser() {}

    /**
     * Returns the name.
     *
     * @throws SettingException if it is not a name of a bucket; its advice has the name if the value contains it
     */
    static String parse(Sourced<String> given) {
        String name = given.value();
        if (name.startsWith("arn:") && name.contains(":accesspoint")) {
            throw refused(given, "the ARN of an access point, which this plugin does not support", accessPoint(given));
        }
        if (!name.matches(NAME)) {
            throw refused(given, "which is not a bucket name", advice(given));
        }
        if (name.endsWith("--x-s3")) {
            throw refused(
                    given, "a directory bucket, which does not support Content-MD5", "Use a general purpose bucket.");
        }
        return name;
    }

    private static SettingException refused(Sourced<String> given, String reason, String advice) {
        return new SettingException(given.source(), "is '" + Quoted.text(given.value()) + "', " + reason, advice);
    }

    /** An alias of an access point can be used as the name of a bucket ("Access points aliases"). */
    private static String accessPoint(Sourced<String> given) {
        return given.value().contains(":s3::")
                ? "Set " + given.source() + " to the name of one of the buckets behind it."
                : "Set " + given.source() + " to the alias of the access point, which ends with -s3alias, or to the"
                        + " bucket's name.";
    }

    private static String advice(Sourced<String> given) {
        for (Pattern form : new Pattern[] {BUCKET_ARN, WITH_PATH}) {
            Matcher address = form.matcher(given.value());
            if (address.matches()) {
                return Settings.line(given.source(), address.group(1)) + folders(Optional.ofNullable(address.group(2)));
            }
        }
        Matcher url = URL.matcher(given.value());
        return url.matches()
                ? Settings.line(given.source(), url.group(1))
                        + " If the server is not Amazon S3, set artifacts.endpoint to the URL without the bucket."
                : ALONE;
    }

    private static String folders(Optional<String> path) {
        return path.filter(below -> below.length() > 1).isPresent()
                ? " Set a path below the bucket with artifacts.targetPaths."
                : "";
    }
}
