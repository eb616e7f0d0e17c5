package io.github.artifactpublisher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.maven.TestParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No setting changes by accident: compares the list {@code settings.txt} with the plugin descriptor and with
 * docs/settings.md, and finds settings that do not exist in messages and pages.
 */
class UserPropertiesTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path LIST = Path.of("src/test/resources/settings.txt");

    /** A row of a table: property, default, meaning, example. */
    private static final Pattern DOCUMENTED = Pattern.compile(
            "^\\| `((?:artifacts\\.|<)\\w+>?)` \\| ([^|]+) \\| [^|]+ \\| [^|]+ \\|$", Pattern.MULTILINE);

    private static final Pattern PROPERTY = Pattern.compile("\\bartifacts\\.[a-z]\\w*");

    /** Names that are no settings: the example in CONTRIBUTING, the end of a file's name, an element of the POM. */
    private static final Set<String> OTHER = Set.of("artifacts.mySetting", "artifacts.md", "artifacts.selections");

    private record Row(String property, String type, String documentedDefault, String goals) {
        static Row of(String line) {
            String[] columns = line.split(" \\| ", -1);
            return new Row(columns[0], columns[1], columns[2], columns[3]);
        }
    }

    @Test
    void theDescriptorHasTheParametersOfTheListAndNoOthers() throws Exception {
        Map<String, String> goals = new TreeMap<>();
        for (GoalParameter parameter : GoalParameter.all()) {
            goals.merge(parameter.property() + " " + parameter.type(), parameter.goal(), (a, b) -> a + " " + b);
        }

        assertThat(goals)
                .containsExactlyInAnyOrderEntriesOf(list().stream()
                        .collect(Collectors.toMap(row -> row.property() + " " + row.type(), Row::goals)));
    }

    @Test
    void theGoalsReadEveryParameter() throws IOException {
        assertThat(TestParameters.none().keySet())
                .containsExactlyInAnyOrderElementsOf(list().stream()
                        .map(row -> row.property().replaceAll("<(.*)>", "artifacts.$1"))
                        .toList());
    }

    @Test
    void thePageHasTheDefaultsOfTheList() throws IOException {
        Map<String, String> documented = DOCUMENTED
                .matcher(Files.readString(ROOT.resolve("docs/settings.md")))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));

        assertThat(documented)
                .containsExactlyInAnyOrderEntriesOf(
                        list().stream().collect(Collectors.toMap(Row::property, Row::documentedDefault)));
    }

    @Test
    void everySettingThatAMessageOrAPageNamesExists() throws IOException {
        Set<String> unknown = new TreeSet<>();
        for (Path file : files()) {
            PROPERTY.matcher(Files.readString(file)).results().forEach(found -> unknown.add(found.group()));
        }
        list().forEach(row -> unknown.remove(row.property()));

        assertThat(unknown).isEqualTo(OTHER);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> main = Files.walk(MAIN);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            Stream<Path> pages = Stream.of("README.md", "CONTRIBUTING.md", "ci-parent-pom/README.md")
                    .map(ROOT::resolve);
            return Stream.of(main, docs, pages)
                    .flatMap(files -> files)
                    .filter(file -> file.toString().matches(".*\\.(java|md)"))
                    .toList();
        }
    }

    private static List<Row> list() throws IOException {
        return Files.readAllLines(LIST).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Row::of)
                .toList();
    }
}
