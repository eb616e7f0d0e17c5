package io.github.artifactpublisher.text;

import java.util.List;
import java.util.Locale;

/** Sizes as people read them. */
public final class HumanSize {
    private static final List<String> UNITS = List.of("KiB", "MiB", "GiB", "TiB");

    private HumanSize() {}

    /** Bytes up to 1023 B, then one decimal in binary units: {@code 1.5 MiB}. */
    public static String of(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        double value = bytes / 1024.0;
        int unit = 0;
        while (value >= 1023.95 && unit < UNITS.size() - 1) {
            value /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", value, UNITS.get(unit));
    }
}
