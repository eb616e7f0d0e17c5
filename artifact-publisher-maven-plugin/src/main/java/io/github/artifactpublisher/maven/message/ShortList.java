package io.github.artifactpublisher.maven.message;

import io.github.artifactpublisher.text.Quoted;
import java.util.List;
import java.util.stream.Collectors;

/** Shortens long lists of names. */
final class ShortList {
    private static final int MAX_NAMES = 5;

    private ShortList() {}

    /** Returns the first five names, and the number of the others. */
    static String some(List<String> names) {
        String first = names.stream().limit(MAX_NAMES).map(Quoted::text).collect(Collectors.joining(", "));
        int more = names.size() - MAX_NAMES;
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
