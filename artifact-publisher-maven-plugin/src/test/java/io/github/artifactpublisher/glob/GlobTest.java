package io.github.artifactpublisher.glob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest(name = "{0} : {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "**/*.jar      | app.jar              | true",
                "**/*.jar      | a/b/app.jar          | true",
                "**/*.jar      | a/b/app.jar/x        | false",
                "target/*.zip  | target/app.zip       | true",
                "target/*.zip  | target/sub/app.zip   | false",
                "target/*.zip  | other/target/app.zip | false",
                "target/**     | target/a/b           | true",
                "target/**     | target               | false",
                "target/       | target/a/b           | true",
                "target/       | target               | false",
                "target        | target               | true",
                "target        | target/a             | false",
                "./target/a    | target/a             | true",
                "a/**/b        | a/b                  | true",
                "a/**/b        | a/x/y/b              | true",
                "a/**/b        | a/x/y/b/c            | false",
                "a/**/b/**/c   | a/b/b/x/c            | true",
                "**            | .hidden/x            | true",
                "*             | .hidden              | true",
                "a.jar         | a-jar                | false",
                "App.jar       | app.jar              | false",
                "?.txt         | ä.txt                | true",
                "?.txt         | 😀.txt               | true",
                "?.txt         | ab.txt               | false",
                "[a-c].txt     | b.txt                | true",
                "[a-c].txt     | d.txt                | false",
                "[!a-c].txt    | d.txt                | true",
                "[!a-c].txt    | b.txt                | false",
                "[-x].txt      | -.txt                | true",
                "[&&x].txt     | &.txt                | true",
                "[^x].txt      | ^.txt                | true",
                "[*].txt       | *.txt                | true",
                "[*].txt       | a.txt                | false",
                "a.{jar,zip}   | a.zip                | true",
                "a.{jar,zip}   | a.tar                | false",
                "{a/b,c}/*.x   | a/b/1.x              | true",
                "{a/b,c}/*.x   | c/1.x                | true",
                "{a,b}{1,2}    | b2                   | true",
                "a{,.sig}      | a                    | true",
                "a{,.sig}      | a.sig                | true",
                "a\\*b         | a*b                  | true",
                "a\\*b         | axb                  | false",
                "\\{a\\}       | {a}                  | true",
                "a{b\\,c,d}    | ab,c                 | true",
                "a+(b)$        | a+(b)$               | true",
                "-rf *         | -rf x                | true",
            })
    void matches(String glob, String path, boolean matches) {
        assertThat(Glob.of(glob).matches(RelativePath.of(path))).isEqualTo(matches);
    }

    @Test
    void aLineBreakIsAnOrdinaryCharacter() {
        assertThat(Glob.of("a*b").matches(RelativePath.of("a\nb"))).isTrue();
        assertThat(Glob.of("a?b").matches(RelativePath.of("a\nb"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''          | is empty",
                "' '         | is empty",
                "/etc/passwd | is absolute",
                "C:/x        | is absolute",
                "'C:\\x'     | is absolute",
                "../x        | has the segment '..'",
                "a/../x      | has the segment '..'",
                "a/./x       | has the segment '.'",
                "a//x        | has the segment ''",
                "a**b        | matches folders",
                "a/{b,c*}*   | matches folders",
                "**.jar      | matches folders",
                "[ab         | not closed",
                "[]          | nothing in it",
                "[!]         | nothing in it",
                "[z-a]       | before its start",
                "{a,b        | not closed",
                "{a,{b,c}}   | braces within braces",
                "'dir\\x'    | separate folders with /",
                "'dir\\'     | separate folders with /",
                "'dir\\/x'   | separate folders with /",
            })
    void refusesMalformedPatterns(String glob, String reason) {
        GlobException failure = catchThrowableOfType(GlobException.class, () -> Glob.of(glob));
        assertThat(failure.fault()).isEqualTo(GlobException.Fault.BAD_PATTERN);
        assertThat(failure.subject()).isEqualTo(glob);
        assertThat(failure.reason()).contains(reason);
    }

    @Test
    void refusesAnExplosionOfAlternatives() {
        String glob = "{a,b}".repeat(10);
        GlobException failure = catchThrowableOfType(GlobException.class, () -> Glob.of(glob));
        assertThat(failure.reason()).contains("more than 1000 alternatives");
    }

    @Test
    void knowsTheFoldersThatCanContainMatches() {
        Glob glob = Glob.of("a/*/c/**/d");
        assertThat(glob.mayMatchBelow(List.of())).isTrue();
        assertThat(glob.mayMatchBelow(List.of("a", "x"))).isTrue();
        assertThat(glob.mayMatchBelow(List.of("a", "x", "c", "y", "z"))).isTrue();
        assertThat(glob.mayMatchBelow(List.of("b"))).isFalse();
        assertThat(glob.mayMatchBelow(List.of("a", "x", "y"))).isFalse();
        assertThat(Glob.of("a/b").mayMatchBelow(List.of("a", "b"))).isFalse();
    }

    @Test
    void knowsTheFoldersOfWhichAllFilesMatch() {
        assertThat(Glob.of("a/**").matchesAllBelow(List.of("a"))).isTrue();
        assertThat(Glob.of("a/").matchesAllBelow(List.of("a", "b"))).isTrue();
        assertThat(Glob.of("**/n/").matchesAllBelow(List.of("a", "n"))).isTrue();
        assertThat(Glob.of("a/**/b").matchesAllBelow(List.of("a"))).isFalse();
        assertThat(Glob.of("a/*").matchesAllBelow(List.of("a"))).isFalse();
        assertThat(Glob.of("a/**").matchesAllBelow(List.of("b"))).isFalse();
    }

    @Test
    void knowsWhichFolderItNames() {
        assertThat(Glob.of("a/latest/*.jar").namesFolder(List.of("a", "latest")))
                .isTrue();
        assertThat(Glob.of("**/latest/x").namesFolder(List.of("a", "latest"))).isTrue();
        assertThat(Glob.of("a/*/x").namesFolder(List.of("a", "latest"))).isFalse();
        assertThat(Glob.of("a/**").namesFolder(List.of("a", "latest"))).isFalse();
        assertThat(Glob.of("a/latest").namesFolder(List.of("a", "latest"))).isFalse();
    }

    @Test
    void isEqualByItsText() {
        assertThat(Glob.of("a/*")).isEqualTo(Glob.of("a/*")).hasToString("a/*").isNotEqualTo(Glob.of("a/?"));
    }
}
