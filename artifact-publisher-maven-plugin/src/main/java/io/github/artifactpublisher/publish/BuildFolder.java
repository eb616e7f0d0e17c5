package io.github.artifactpublisher.publish;

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
 * The folder of one publication below a prefix, in the layout {@link Layout#BY_BUILD}: {@code builds/ID/}. The ID is
 * the time in UTC, so that folders sort by age; the build's number where it is a short name; and eight random digits,
 * so that no two publications ever write the same key.
 *
 * @param path the folder below the prefix, with the slash at its end; empty in the layout {@link Layout#IN_PLACE}
 */
record BuildFolder(String path) {
    private static final String ALL = "builds/";
    private static final BuildFolder IN_PLACE = new BuildFolder("");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern SHORT_NAME = Pattern.compile("[A-Za-z0-9._]{1,32}");
    private static final Pattern PATH =
            Pattern.compile(ALL + "[0-9]{8}T[0-9]{6}Z(?:-[A-Za-z0-9._]{1,32})?-[0-9a-f]{8}/.+");
    private static final SecureRandom RANDOM = new SecureRandom();

    static BuildFolder of(Layout layout, BuildFacts build, Instant now) {
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
                ALL + TIME.format(now) + number + "-" + HexFormat.of().formatHex(random) + "/");
    }

    /** Where all such folders of a set are. */
    static KeyPrefix all(KeyPrefix target) {
        return new KeyPrefix(target.value() + "/builds");
    }

    /** Whether a key is within such a folder of a set, whichever publication's. */
    static boolean holds(KeyPrefix target, ObjectKey key) {
        String prefix = target.toString();
        return key.value().startsWith(prefix)
                && PATH.matcher(key.value().substring(prefix.length())).matches();
    }

    /** The key of an object's name in this folder. */
    ObjectKey key(KeyPrefix target, String name) {
        return target.key(path + name);
    }

    /**
     * Whether a key that a manifest gives an object may be kept: in place it is the one that it would get; by build,
     * one that nobody writes any more.
     */
    boolean keeps(KeyPrefix target, String name, ObjectKey key) {
        return path.isEmpty()
                ? key.equals(target.key(name))
                : holds(target, key) && key.value().endsWith("/" + name);
    }
}
