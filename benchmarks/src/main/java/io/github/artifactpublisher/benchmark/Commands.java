package io.github.artifactpublisher.benchmark;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of the measured commands: as in the result tables, and as the report writes them. */
final class Commands {
    /** The plugin's own time: deploy minus verify. */
    static final String OURS = "ours";

    /** The same for unchanged files that exist in the bucket already. */
    static final String AGAIN = "again";

    /** The plugin in a JVM without the optimising compiler. */
    static final String OURS_C1 = "ours-c1";

    /** Another plugin's own time. */
    static final String BAZAARVOICE_ADDED = "bazaarvoice-added";

    static final String PUT_OBJECT = "gzip+put-object";
    static final String PIGZ = "pigz+cp";
    static final String LOOP = "loop+cp";

    /** Whole CI jobs. */
    static final String PLAIN_VERIFY = "plain-verify";

    static final String PARENT_VERIFY = "parent-verify";
    static final String PARENT_DEPLOY = "parent-deploy";
    static final String PARENT_SKIP = "parent-skip";
    static final String PLAIN_PUT_OBJECT = "plain+put-object";
    static final String PLAIN_PUT_OBJECTS = "plain+put-objects";
    static final String PLAIN_LOOP = "plain+loop+cp";
    static final String ONE_VERIFY = "one-verify";
    static final String ONE_DEPLOY = "one-deploy";

    private static final Set<String> DIFFERENCES = Set.of(OURS, OURS_C1, AGAIN);

    /** Whole Maven runs of the parts that publish a corpus: rows of the tables, but only their differences compare. */
    private static final Set<String> WHOLE =
            Set.of("deploy", "verify", "deploy-again", "deploy-c1", "verify-c1", "deploy-skip", "bazaarvoice");

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry(OURS, "**ours: `mvn deploy` minus `mvn verify`**"),
            Map.entry("deploy", "`mvn deploy`, whole"),
            Map.entry("verify", "`mvn verify`, whole"),
            Map.entry(AGAIN, "**ours again, nothing changed: minus `mvn verify`**"),
            Map.entry("deploy-again", "`mvn deploy` again, nothing changed, whole"),
            Map.entry(OURS_C1, "**ours, both with `-XX:TieredStopAtLevel=1`**"),
            Map.entry("deploy-c1", "`mvn deploy` with `-XX:TieredStopAtLevel=1`, whole"),
            Map.entry("verify-c1", "`mvn verify` with `-XX:TieredStopAtLevel=1`, whole"),
            Map.entry("deploy-skip", "`mvn deploy -Dartifacts.skip`, whole"),
            Map.entry(
                    "bazaarvoice",
                    "s3-upload-maven-plugin, whole `mvn deploy` (no gzip, no MD5, with a server that only receives)"),
            Map.entry(
                    BAZAARVOICE_ADDED,
                    "s3-upload-maven-plugin, minus `mvn verify` (no gzip, no MD5, with a server that only receives)"),
            Map.entry(PUT_OBJECT, "`gzip -6`, then `aws s3api put-object --content-md5`"),
            Map.entry(PIGZ, "`pigz -6 \\| aws s3 cp -` (no MD5)"),
            Map.entry("libdeflate+cp", "`libdeflate-gzip -6`, then `aws s3 cp` (no MD5)"),
            Map.entry("gzip+rclone", "`gzip -6`, then `rclone copyto`"),
            Map.entry("gzip+s3cmd", "`gzip -6`, then `s3cmd put`"),
            Map.entry(LOOP, "`gzip -6` in a loop, then `aws s3 cp --recursive` (no MD5)"),
            Map.entry("loop+rclone", "`gzip -6` in a loop, then `rclone copy`"),
            Map.entry(PLAIN_VERIFY, "plain POM, `mvn clean verify`"),
            Map.entry(
                    PLAIN_PUT_OBJECT,
                    "plain POM, `mvn clean verify`, then `gzip -6` and `aws s3api put-object --content-md5`"),
            Map.entry(
                    PLAIN_PUT_OBJECTS,
                    "plain POM, `mvn clean verify`, then `gzip -6` and `put-object --content-md5` for each jar"),
            Map.entry(
                    PLAIN_LOOP,
                    "plain POM, `mvn clean verify`, then `gzip -6` in a loop and `aws s3 cp --recursive` (no MD5)"),
            Map.entry(PARENT_VERIFY, "**ci-parent-pom, `mvn clean verify`**"),
            Map.entry(PARENT_DEPLOY, "**ci-parent-pom, `mvn clean deploy`**"),
            Map.entry(PARENT_SKIP, "ci-parent-pom, `mvn clean deploy -Dartifacts.skip`"),
            Map.entry(ONE_VERIFY, "**ci-parent-pom, only one module, `mvn clean verify`**"),
            Map.entry(ONE_DEPLOY, "**ci-parent-pom, only one module, `mvn clean deploy`**"),
            Map.entry("spring-verify", Poms.Parent.SPRING.label() + ", `mvn clean verify`"),
            Map.entry("apache-verify", Poms.Parent.APACHE.label() + ", `mvn clean verify`"));

    private Commands() {}

    /** Returns the name in the report, or the given one if there is no other. */
    static String title(String name) {
        return TITLES.getOrDefault(name, name);
    }

    static boolean isWhole(String name) {
        return WHOLE.contains(name);
    }

    /** Returns the commands of other tools in a part that publishes a corpus. */
    static List<String> peers(Samples samples) {
        return samples.contenders().stream()
                .filter(name -> !WHOLE.contains(name) && !DIFFERENCES.contains(name))
                .toList();
    }
}
