package io.github.artifactpublisher.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.ci.BranchName;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** Over the names of branches and of files: a key is legal and stays below its prefix, or the name is refused. */
class KeyPropertyTest {
    private static final String PLACE = "artifacts/acme/app/";

    @Property(tries = 5000)
    @StatisticsReport(StatisticsReportMode.OFF)
    void aBranchGetsALegalPrefixBelowItsRepositoryOrIsRefused(@ForAll("names") String name, @ForAll KeyMode mode) {
        Optional<KeyPrefix> prefix = branch(name).flatMap(branch -> prefix(branch, mode));

        requireBothOften("branch in " + mode, prefix.isPresent());
        prefix.ifPresent(given -> assertLegalBelow(PLACE, given.value()));
    }

    @Property(tries = 5000)
    @StatisticsReport(StatisticsReportMode.OFF)
    void aFileGetsALegalKeyBelowItsPrefixOrIsRefused(@ForAll("names") String name, @ForAll KeyMode mode) {
        Optional<ObjectKey> key = key(name, mode);

        requireBothOften("file in " + mode, key.isPresent());
        key.ifPresent(given -> assertLegalBelow(PLACE + "main/", given.value()));
    }

    /** Segments and characters that browsers and file systems change. */
    @Property(tries = 5000)
    void noKeyIsReadDifferently(@ForAll("names") String name, @ForAll KeyMode mode) {
        key(name, mode).ifPresent(key -> {
            assertThat(List.of(key.value().split("/", -1))).doesNotContain("", ".", "..");
            assertThat(key.value()).doesNotContain("\\").doesNotMatch("(?s).*\\p{Cc}.*");
        });
    }

    @Property(tries = 5000)
    void encodedIsReversibleAndHasOneSegmentOfHarmlessCharacters(@ForAll("names") String name) {
        Assume.that(isUnicode(name));
        String encoded = KeyMode.ENCODED.segment(name);

        assertThat(encoded).matches("[A-Za-z0-9._%-]+").isNotIn(".", "..");
        assertThat(URLDecoder.decode(encoded, UTF_8)).isEqualTo(name);
        assertThat(URLDecoder.decode(KeyMode.ENCODED.path(name), UTF_8)).isEqualTo(name);
    }

    @Property(tries = 5000)
    void encodedIsInjective(@ForAll("pairs") Tuple2<String, String> names) {
        Assume.that(isUnicode(names.get1()) && isUnicode(names.get2()));
        boolean same = names.get1().equals(names.get2());

        assertThat(KeyMode.ENCODED.segment(names.get1()).equals(KeyMode.ENCODED.segment(names.get2())))
                .isEqualTo(same);
        assertThat(KeyMode.ENCODED.path(names.get1()).equals(KeyMode.ENCODED.path(names.get2())))
                .isEqualTo(same);
    }

    /** Text that is not Unicode has no bytes in UTF-8, and so no key. */
    @Property(tries = 5000, maxDiscardRatio = 100)
    void halfASurrogatePairIsRefused(@ForAll("names") String name, @ForAll KeyMode mode) {
        Assume.that(!isUnicode(name));

        assertThat(branch(name)).isEmpty();
        assertThat(key(name, mode)).isEmpty();
    }

    /** Else the set of {@code a} would take {@code b/manifest.json} of the branch {@code a/b} for a file of its own. */
    @Property(tries = 5000, maxDiscardRatio = 100)
    void encodedNoBranchIsBelowAnother(@ForAll("pairs") Tuple2<String, String> names) {
        Optional<KeyPrefix> one = branch(names.get1()).flatMap(branch -> prefix(branch, KeyMode.ENCODED));
        Optional<KeyPrefix> other = branch(names.get2()).flatMap(branch -> prefix(branch, KeyMode.ENCODED));
        Assume.that(one.isPresent() && other.isPresent() && !one.equals(other));

        assertThat(one.orElseThrow().toString())
                .doesNotStartWith(other.orElseThrow().toString());
    }

    @Property(tries = 5000, maxDiscardRatio = 100)
    void encodedRefusesABranchOnlyForItsLength(@ForAll("names") String name) {
        Optional<BranchName> branch = branch(name);
        Assume.that(branch.isPresent());
        int length = PLACE.length() + KeyMode.ENCODED.segment(name).length();

        assertThat(prefix(branch.orElseThrow(), KeyMode.ENCODED).isPresent()).isEqualTo(length <= 1024);
    }

    /** If all names were refused, the other properties would pass, too. */
    private static void requireBothOften(String what, boolean taken) {
        Statistics.label(what).collect(taken).coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 5);
            coverage.check(false).percentage(share -> share > 5);
        });
    }

    private static void assertLegalBelow(String place, String key) {
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(key)).isTrue();
        assertThat(key.getBytes(StandardCharsets.UTF_8).length).isBetween(1, 1024);
        assertThat(key).startsWith(place).hasSizeGreaterThan(place.length());
        assertThat(resolved(key)).as("as a browser resolves it").startsWith(place);
    }

    /** RFC 3986, 5.2.4, with the backslash taken for a slash, as browsers do. */
    private static String resolved(String key) {
        List<String> output = new ArrayList<>();
        for (String segment : key.replace('\\', '/').split("/", -1)) {
            if (segment.equals("..") && !output.isEmpty()) {
                output.remove(output.size() - 1);
            } else if (!segment.equals(".") && !segment.equals("..")) {
                output.add(segment);
            }
        }
        return String.join("/", output);
    }

    private static Optional<BranchName> branch(String name) {
        try {
            return Optional.of(new BranchName(name));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static Optional<KeyPrefix> prefix(BranchName branch, KeyMode mode) {
        Placeholders values = new Placeholders(mode).put("branch", Optional.of(branch.value()));
        try {
            return Optional.of(new KeyTemplate(PLACE + "{branch}").fill(values));
        } catch (KeyException refused) {
            return Optional.empty();
        }
    }

    private static Optional<ObjectKey> key(String name, KeyMode mode) {
        try {
            return Optional.of(new KeyPrefix(PLACE + "main").key(mode.path(name)));
        } catch (KeyException refused) {
            return Optional.empty();
        }
    }

    private static boolean isUnicode(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    @Provide
    Arbitrary<String> names() {
        return Names.any();
    }

    @Provide
    Arbitrary<Tuple2<String, String>> pairs() {
        return Names.any().flatMap(name -> Names.near(name).map(near -> Tuple.of(name, near)));
    }
}
