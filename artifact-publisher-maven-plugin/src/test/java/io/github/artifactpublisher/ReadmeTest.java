package io.github.artifactpublisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares the README and docs/settings.md with the stories, the example files and the parameters of the goals, and
 * follows the links of all pages.
 */
class ReadmeTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path SETTINGS = ROOT.resolve("docs/settings.md");
    private static final Pattern OF_A_STORY = Pattern.compile("<!-- ([a-z-]+) -->\n```xml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern OF_AN_EXAMPLE =
            Pattern.compile("<!-- ([a-z]+/[a-z.-]+) -->\n```yaml\n(.*?)```", Pattern.DOTALL);

    /** A row of a setting: name, default, meaning, example. */
    private static final Pattern SETTING = Pattern.compile(
            "^\\| `(?:artifacts\\.|<)(\\w+)>?` \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$", Pattern.MULTILINE);

    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern INSTALL = Pattern.compile("install -DskipTests[^`)\\n]*");
    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);

    @Test
    void thePomsAreThoseOfStories() throws IOException {
        assertThat(requireSnippetsOfStories(readme())).containsExactly("quickstart", "quickstart");
        assertThat(requireSnippetsOfStories(Files.readString(SETTINGS))).containsExactly("attributes-per-selection");
    }

    private static List<String> requireSnippetsOfStories(String page) {
        List<String> stories = new ArrayList<>();
        for (MatchResult snippet : OF_A_STORY.matcher(page).results().toList()) {
            assertThat(ROOT.resolve("src/it/" + snippet.group(1) + "/pom.xml"))
                    .content()
                    .contains(snippet.group(2));
            stories.add(snippet.group(1));
        }
        return stories;
    }

    @Test
    void theCiFileHasOnlyLinesOfTheExample() throws IOException {
        List<MatchResult> snippets = OF_AN_EXAMPLE.matcher(readme()).results().toList();

        assertThat(snippets).hasSize(1);
        assertThat(Files.readAllLines(ROOT.resolve("ci-parent-pom/examples")
                        .resolve(snippets.get(0).group(1))))
                .containsSubsequence(snippets.get(0).group(2).lines().toList());
    }

    @Test
    void theFirstTwoCommandsAreTheQuickstartAndTheTestsThatCiRuns() throws IOException {
        List<String> commands = readme().lines()
                .filter(line -> line.startsWith("mvn "))
                .map(line -> line.replaceAll("\\s+#.*", ""))
                .toList();

        assertThat(commands)
                .containsExactly("mvn -B -Pquickstart verify", "mvn -B verify", "mvn package artifact-publisher:plan");
        assertThat(Files.readString(ROOT.resolve("src/it/plan-needs-no-credentials/invoker.properties")))
                .contains(commands.get(2).substring("mvn ".length()));
        assertThat(Files.readString(ROOT.resolve(".ci/run")))
                .contains(commands.get(0) + "\nexec " + commands.get(1) + "\n");
    }

    /** The benchmark runs it in a checkout. */
    @Test
    void theInstallCommandIsTheSameEverywhere() throws IOException {
        for (String file : List.of("README.md", "CONTRIBUTING.md", "ci-parent-pom/README.md", "benchmarks/run")) {
            assertThat(INSTALL.matcher(Files.readString(ROOT.resolve(file))).results())
                    .as(file)
                    .extracting(MatchResult::group)
                    .containsOnly("install -DskipTests -pl ci-parent-pom -am");
        }
    }

    @Test
    void theReadmeIsShort() throws IOException {
        assertThat(readme().lines().count()).isLessThanOrEqualTo(130);
    }

    /** The help of the goals has the same sentences. */
    @Test
    void everyParameterIsInTheTablesWithDefaultMeaningAndExampleAndNothingElse() throws Exception {
        List<MatchResult> rows =
                SETTING.matcher(Files.readString(SETTINGS)).results().toList();
        Map<String, String> documented = new HashMap<>();
        rows.forEach(row -> documented.put(row.group(1), sentences(row)));

        assertThat(rows).extracting(row -> row.group(1)).doesNotHaveDuplicates();
        assertThat(documented).containsExactlyInAnyOrderEntriesOf(parameters());
    }

    private static Map<String, String> parameters() throws Exception {
        Map<String, String> parameters = new HashMap<>();
        GoalParameter.all().forEach(parameter -> parameters.put(parameter.name(), parameter.description()));
        return parameters;
    }

    private static String sentences(MatchResult row) {
        String example = row.group(4).replace("`", "");
        String property = "artifacts." + row.group(1) + "=";
        assertThat(example).matches(text -> text.startsWith(property) || text.equals("[Selections](#selections)"));
        String sentences = row.group(3) + " Default: " + row.group(2) + "."
                + (example.startsWith(property) ? " Example: " + example.substring(property.length()) + "." : "");
        return sentences.replace("`", "");
    }

    @Test
    void everyLinkLeadsToAFileAndAHeading() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            for (MatchResult link :
                    LINK.matcher(Files.readString(page)).results().toList()) {
                Path target = link.group(1).isEmpty()
                        ? page
                        : page.resolveSibling(link.group(1)).normalize();
                boolean found = Files.exists(target)
                        && (link.group(2) == null || anchors(target).contains(link.group(2)));
                if (!found) {
                    broken.add(ROOT.relativize(page) + ": " + link.group());
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(
                            docs,
                            Stream.of(
                                    ROOT.resolve("README.md"),
                                    ROOT.resolve("CONTRIBUTING.md"),
                                    ROOT.resolve("ci-parent-pom/README.md"),
                                    ROOT.resolve("ci-parent-pom/examples/README.md")))
                    .toList();
        }
    }

    /** As GitHub makes them of headings. */
    private static List<String> anchors(Path page) throws IOException {
        return HEADING.matcher(Files.readString(page))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }
}
