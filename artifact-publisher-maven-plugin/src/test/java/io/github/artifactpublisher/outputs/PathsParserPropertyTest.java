package io.github.artifactpublisher.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.outputs.SelectionException.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PathsParserPropertyTest {
    @Property
    void parsesTheEntriesOfAList(@ForAll("entries") List<PathEntry> entries, @ForAll boolean windows) {
        String list = String.join(":", entries.stream().map(PathEntry::toString).toList());
        assertThat(new PathsParser(windows).parse(list)).isEqualTo(entries);
    }

    /** As in travis-ci/artifacts: split at each colon, strip, drop empty entries. */
    @Property
    void aListWithoutDrivesAndArrowsIsParsedAsInTravisArtifacts(@ForAll("oldLists") String list) {
        List<String> old = Arrays.stream(list.split(":", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
        assertThat(new PathsParser(false).parse(list)).map(PathEntry::toString).isEqualTo(old);
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll("nearLists") String text, @ForAll boolean windows) {
        PathsParser parser = new PathsParser(windows);
        try {
            assertThat(parser.parse(text)).allSatisfy(entry -> {
                assertThat(entry.source()).isNotBlank();
                assertThat(entry.destination().orElse("a")).isNotBlank().doesNotStartWith("/");
            });
        } catch (SelectionException refused) {
            assertThat(refused.fault()).isEqualTo(Fault.BAD_PATTERN);
        }
    }

    @Provide
    Arbitrary<List<PathEntry>> entries() {
        Arbitrary<String> source = Arbitraries.of("a", "src/", "./b c", "C:\\out", "D:\\a\\b", "größe", "*.log", "x=y");
        Arbitrary<Optional<String>> destination =
                Arbitraries.of("d", "e/", "f/g h", "ü").optional(0.5);
        return Combinators.combine(source, destination)
                .as(PathEntry::new)
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> oldLists() {
        return Arbitraries.strings().withChars("ab :/.").ofMaxLength(20);
    }

    @Provide
    Arbitrary<String> nearLists() {
        return Arbitraries.strings().withChars("aC:\\/=>. \n").ofMaxLength(16);
    }
}
