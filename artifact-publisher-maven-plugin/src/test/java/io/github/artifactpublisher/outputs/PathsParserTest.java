package io.github.artifactpublisher.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.outputs.SelectionException.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsParserTest {
    private static final PathsParser UNIX = new PathsParser(false);
    private static final PathsParser WINDOWS = new PathsParser(true);

    /** Entries as they are written, separated by {@code |}. */
    @ParameterizedTest
    @CsvSource({
        "a:b:src/:dest, a|b|src/|dest",
        "bin/:derp, bin/|derp",
        "./logs:./build:/var/log, ./logs|./build|/var/log",
        "a:b:, a|b",
        "':: a : b c :', a|b c",
        "'', ''",
        "' : ', ''",
        "a:src/=>dest:c, a|src/=>dest|c",
        "a => b, a=>b",
        "a=b:c>d, a=b|c>d",
        "$HOME/x:*.log, $HOME/x|*.log",
        "-rf:'q', -rf|'q'",
        "a:/x, a|/x"
    })
    void readsAList(String text, String entries) {
        assertThat(UNIX.parse(text)).map(PathEntry::toString).isEqualTo(split(entries));
    }

    @ParameterizedTest
    @CsvSource({"C:\\out:d:/logs:e, C:\\out|d:/logs|e", "a:C:\\out=>x:b, a|C:\\out=>x|b", "C:x, C|x", "CD:/x, CD|/x"})
    void aDriveOfWindowsIsNoEntry(String text, String entries) {
        assertThat(WINDOWS.parse(text)).map(PathEntry::toString).isEqualTo(split(entries));
    }

    @Test
    void onOtherSystemsOnlyABackslashMakesADrive() {
        assertThat(UNIX.parse("C:\\out:a:/x")).map(PathEntry::toString).containsExactly("C:\\out", "a", "/x");
    }

    @Test
    void aLineBreakSeparatesToo() {
        assertThat(UNIX.parse("\n  a:b\r\n\n  c=>d\n")).map(PathEntry::toString).containsExactly("a", "b", "c=>d");
    }

    @ParameterizedTest
    @CsvSource({"=>x", "a=>", "a=>/x", "a=>x//y", "a=>../x", "a=>x/./y", "a=>/"})
    void refusesMalformedPathsAndTargets(String text) {
        SelectionException failure = Workspace.failure(SelectionException.class, () -> UNIX.parse(text));
        assertThat(failure.fault()).isEqualTo(Fault.BAD_PATTERN);
    }

    private static List<String> split(String entries) {
        return entries.isEmpty() ? List.of() : List.of(entries.split("\\|"));
    }
}
