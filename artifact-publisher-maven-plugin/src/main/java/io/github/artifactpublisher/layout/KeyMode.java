package io.github.artifactpublisher.layout;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The ways to convert names to segments of keys. */
public enum KeyMode {
    /** Unchanged: {@code feature/x} becomes two segments. A name that is not legal in a key is refused. */
    RAW {
        @Override
        public String segment(String name) {
            return name;
        }
    },
    /**
     * Percent-encoded except {@code A-Z a-z 0-9 . _ -} (the unreserved characters of RFC 3986 without {@code ~}), so
     * that every name is legal, and different names have different keys. A branch becomes one segment, so the path of a
     * branch never contains the path of another branch.
     */
    ENCODED {
        @Override
        public String segment(String name) {
            boolean onlyDots = name.equals(".") || name.equals("..");
            StringBuilder encoded = new StringBuilder();
            for (byte b : KeyRules.utf8(name)) {
                boolean asIs = isUnreserved(b) && !(onlyDots && b == '.');
                encoded.append(asIs ? String.valueOf((char) b) : String.format("%%%02X", b & 0xff));
            }
            return encoded.toString();
        }
    };

    /**
     * Converts a name to a part of a key: one segment, unless the mode is {@link #RAW} and the name contains {@code /}.
     *
     * @throws KeyException if the name is encoded, and has half of a surrogate pair
     */
    public abstract String segment(String name);

    /**
     * Converts each segment of a path.
     *
     * @throws KeyException as {@link #segment} does
     */
    public String path(String path) {
        return Arrays.stream(path.split("/", -1)).map(this::segment).collect(Collectors.joining("/"));
    }

    private static boolean isUnreserved(byte b) {
        return (b >= 'A' && b <= 'Z')
                || (b >= 'a' && b <= 'z')
                || (b >= '0' && b <= '9')
                || b == '.'
                || b == '_'
                || b == '-';
    }
}
