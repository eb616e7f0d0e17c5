package io.github.artifactpublisher.manifest;

import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The folder of one publication below a prefix. In the layout {@link Layout#BY_BUILD} it is {@code builds/ID/}. The ID
 * is the time in UTC, so that folders sort by age; the build number if it is a short name; and eight random hex digits,
 * so that no two publications write the same key.
 *
 * @param path the folder below the prefix, with a final slash; empty in the layout {@link Layout#IN_PLACE}
 */
public record BuildFolder(String path) {
    private static final String PARENT = "builds";
    private static final BuildFolder IN_PLACE = new BuildFolder("");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern SHORT_NAME = Pattern.compile("[A-Za-z0-9._]{1,32}");
    private static final Pattern PATH =
            Pattern.compile(PARENT + "/[0-9]{8}T[0-9]{6}Z(?:-[A-Za-z0-9._]{1,32})?-[0-9a-f]{8}/.+");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Creates the folder of a publication. */
    public static BuildFolder of(Layout layout, BuildFacts build, Instant now) {
        if (layout == Layout.IN_PLACE) {
            return IN_PLACE;
        }
        byte[] random = new byte[4];
        RANDOM.nextBytes(random);
        String number = build.buildNumber()
                .filter(text -> SHORT_NAME.matcher(text).matches())
                .map(text -> "-" + text)
                .orElse("");
        return new BuildFolder(
                PARENT + "/" + utc(now) + number + "-" + HexFormat.of().formatHex(random) + "/");
    }

    /** Returns a time in UTC as a part of a path: {@code 20260102T030405Z}. */
    public static String utc(Instant time) {
        return TIME.format(time);
    }

    /** Returns the prefix of all such folders of a set. */
    public static KeyPrefix parent(KeyPrefix target) {
        return new KeyPrefix(target.value() + "/" + PARENT);
    }

    /** Whether a key is in such a folder of a set, of any publication. */
    public static boolean contains(KeyPrefix target, ObjectKey key) {
        return target.contains(key) && PATH.matcher(target.relativize(key)).matches();
    }

    /** Returns the key of an object in this folder. */
    public ObjectKey key(KeyPrefix target, String name) {
        return target.key(path + name);
    }

    /**
     * Whether an unchanged object can stay at its key. In place, that is the key that it would get; by build, a key in
     * any such folder, because no build writes there again.
     */
    public boolean canKeep(KeyPrefix target, String name, ObjectKey key) {
        return path.isEmpty()
                ? key.equals(target.key(name))
                : contains(target, key) && key.value().endsWith("/" + name);
    }
}
