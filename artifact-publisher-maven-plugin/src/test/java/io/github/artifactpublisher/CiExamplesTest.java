package io.github.artifactpublisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.builder.AstBuilder;
import org.codehaus.groovy.control.CompilePhase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The CI files that a user copies are well-formed, and each runs the command that the stories run. */
class CiExamplesTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path EXAMPLES = ROOT.resolve("ci-parent-pom/examples");
    private static final Pattern COMMAND = Pattern.compile("\\bmvn -[^'\"\\n]*");
    private static final Pattern LIMIT =
            Pattern.compile("(?i)(?:time-?out[^\\n]*?|max-time)[:(] ?(?:time: )?(\\d+)\\b");
    private static final Pattern TIME_OUT =
            Pattern.compile("<ci\\.test\\.timeoutSeconds>([1-9]\\d*)</ci\\.test\\.timeoutSeconds>");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");
    private static final Pattern KEY = Pattern.compile("AKIA|aws_secret|(?i:(?:SECRET|TOKEN|KEY): [A-Za-z0-9/+]{20})");

    @Test
    void theReadmeNamesEachOfThemAndNothingElse() throws IOException {
        List<Path> linked = LINK.matcher(Files.readString(EXAMPLES.resolve("README.md")))
                .results()
                .map(link -> EXAMPLES.resolve(link.group(1)))
                .toList();

        assertThat(linked)
                .containsExactlyInAnyOrderElementsOf(examples().toList())
                .hasSize(8);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isWellFormed(Path example) throws IOException {
        String text = Files.readString(example);
        assertThatCode(() -> parse(example.getFileName().toString(), text)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void runsOneMavenCommandWhichIsThatOfTheStory(Path example) throws IOException {
        List<String> commands = COMMAND.matcher(Files.readString(example))
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(commands).containsExactly("mvn -B deploy");
        assertThat(Files.readString(ROOT.resolve("src/it/one-command-on-every-ci/invoker.properties")))
                .contains("invoker.goals.1=--batch-mode --no-transfer-progress deploy");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void holdsNoKeyAndSaysHowLittleIsNeeded(Path example) throws IOException {
        String text = Files.readString(example);

        assertThat(KEY.matcher(text).find()).isFalse();
        assertThat(text.lines().limit(4)).anyMatch(line -> line.matches("(?i).*\\bkey.*|.*_KEY\\b.*"));
    }

    /**
     * If the server killed the job first, no log would name the test that hangs. Two of the servers have no such line.
     */
    @Test
    void aJobOutlastsTheTestsTimeOutOfTheParentPom() throws IOException {
        int timeOut = Integer.parseInt(firstOf(TIME_OUT, Files.readString(EXAMPLES.resolveSibling("pom.xml"))));
        List<Integer> limits = new ArrayList<>();
        for (Path example : examples().toList()) {
            all(LIMIT, Files.readString(example)).map(Integer::valueOf).forEach(limits::add);
        }

        assertThat(limits)
                .hasSize(6)
                .allSatisfy(minutes -> assertThat(minutes * 60).isGreaterThan(timeOut));
    }

    @Test
    void aMalformedFileIsFound() {
        assertThatThrownBy(() -> parse("build.yml", "steps: [")).isInstanceOf(YAMLException.class);
        assertThatThrownBy(() -> parse("Jenkinsfile", "pipeline {")).hasMessageContaining("startup failed");
    }

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES, 2)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals("README.md"))
                    .toList()
                    .stream();
        }
    }

    private static Stream<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }

    private static String firstOf(Pattern pattern, String text) {
        return all(pattern, text).findFirst().orElseThrow();
    }

    private static void parse(String name, String text) {
        if (name.equals("Jenkinsfile")) {
            assertThat(new AstBuilder().buildFromString(CompilePhase.CONVERSION, true, text))
                    .isNotEmpty();
        } else {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            assertThat(document).isInstanceOf(Map.class);
        }
    }
}
