package io.github.artifactpublisher.glob;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.StringLength;

/** Uses few characters and short names, so that many paths match. */
class GlobPropertyTest {
    @Property
    void anEscapedPathMatchesItselfAlone(@ForAll("anyPaths") String path, @ForAll("anyPaths") String other) {
        assertThat(Glob.of(Glob.escape(path)).matches(RelativePath.of(path))).isTrue();
        assertThat(Glob.of(Glob.escape(path)).matches(RelativePath.of(other))).isEqualTo(path.equals(other));
    }

    /** The JDK's matcher is the oracle where it means the same: without folders of any number. */
    @Property(tries = 5000)
    void agreesWithTheJdk(@ForAll("plainGlobs") String glob, @ForAll("paths") String path) {
        Assume.that(FileSystems.getDefault().getSeparator().equals("/"));
        boolean expected =
                FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(Path.of(path));
        assertThat(Glob.of(glob).matches(RelativePath.of(path))).isEqualTo(expected);
    }

    /** A recursive definition that is too slow for a walk, but plain. */
    @Property(tries = 5000)
    void agreesWithTheDefinition(@ForAll("globs") String glob, @ForAll("paths") String path) {
        String complete = glob.endsWith("**") ? glob + "/*" : glob;
        boolean expected = defined(List.of(complete.split("/")), List.of(path.split("/")));
        assertThat(Glob.of(glob).matches(RelativePath.of(path))).isEqualTo(expected);
    }

    @Property(tries = 3000, maxDiscardRatio = 1000)
    void neverSkipsAFolderWithMatches(@ForAll("globs") String text, @ForAll("paths") String path) {
        Glob glob = Glob.of(text);
        List<String> names = List.of(path.split("/"));
        Assume.that(glob.matches(names));
        IntStream.range(0, names.size())
                .forEach(length ->
                        assertThat(glob.mayMatchBelow(names.subList(0, length))).isTrue());
    }

    @Property(tries = 3000, maxDiscardRatio = 1000)
    void allBelowMeansAll(@ForAll("globs") String text, @ForAll("paths") String folder, @ForAll("paths") String below) {
        Glob glob = Glob.of(text);
        Assume.that(glob.matchesAllBelow(List.of(folder.split("/"))));
        assertThat(glob.matches(RelativePath.of(folder + "/" + below))).isTrue();
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll @StringLength(max = 12) String text) {
        try {
            assertThat(Glob.of(text)).hasToString(text);
        } catch (GlobException refused) {
            assertThat(refused.fault()).isEqualTo(GlobException.Fault.BAD_PATTERN);
        }
    }

    @Property
    void anyGlobCharactersAreReadOrRefused(@ForAll("nearGlobs") String text, @ForAll("paths") String path) {
        try {
            Glob.of(text).matches(RelativePath.of(path));
        } catch (GlobException refused) {
            assertThat(refused.fault()).isEqualTo(GlobException.Fault.BAD_PATTERN);
        }
    }

    private static boolean defined(List<String> glob, List<String> path) {
        if (glob.isEmpty()) {
            return path.isEmpty();
        }
        List<String> rest = glob.subList(1, glob.size());
        if (glob.get(0).equals("**")) {
            return defined(rest, path) || (!path.isEmpty() && defined(glob, path.subList(1, path.size())));
        }
        String regex = glob.get(0).replace("*", ".*").replace("?", ".");
        return !path.isEmpty() && path.get(0).matches(regex) && defined(rest, path.subList(1, path.size()));
    }

    @Provide
    Arbitrary<String> paths() {
        return joined(Arbitraries.strings().withChars("ab").ofMinLength(1).ofMaxLength(3));
    }

    @Provide
    Arbitrary<String> anyPaths() {
        return joined(Arbitraries.strings()
                .withChars("ab*?[]{}!,-\\ \n\"'äß😀$^&|()")
                .ofMinLength(1)
                .ofMaxLength(6)
                .filter(name -> !name.isBlank()));
    }

    @Provide
    Arbitrary<String> globs() {
        Arbitrary<String> name = Arbitraries.strings()
                .withChars("ab*?")
                .ofMinLength(1)
                .ofMaxLength(3)
                .filter(text -> !text.contains("**"));
        return joined(Arbitraries.frequencyOf(Tuple.of(3, name), Tuple.of(1, Arbitraries.just("**"))));
    }

    @Provide
    Arbitrary<String> plainGlobs() {
        return joined(Arbitraries.of("a", "b", "*", "?", "[ab]", "[!a]", "[a-b]", "{a,bb}", "{a*b,b?}")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(parts -> String.join("", parts))
                .filter(text -> !text.contains("**")));
    }

    @Provide
    Arbitrary<String> nearGlobs() {
        return Arbitraries.strings().withChars("ab*?[]{}!,-\\/.").ofMinLength(1).ofMaxLength(10);
    }

    private static Arbitrary<String> joined(Arbitrary<String> names) {
        return names.list().ofMinSize(1).ofMaxSize(4).map(list -> String.join("/", list));
    }
}
