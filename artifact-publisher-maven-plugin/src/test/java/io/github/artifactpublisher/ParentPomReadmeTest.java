package io.github.artifactpublisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.model.Model;
import org.apache.maven.model.Profile;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The tables of the parent POM's README say what its POM says. */
class ParentPomReadmeTest {
    private static final Path PARENT = Path.of("").toAbsolutePath().getParent().resolve("ci-parent-pom");
    /** Begins the names of the texts that the rules check, which are no settings. */
    private static final String CHECKED = "ci.checked.";

    private static final Pattern PROPERTY =
            Pattern.compile("^\\| `([^`]+)` \\| ([^|]+) \\| [^|]+ \\|$", Pattern.MULTILINE);
    private static final Pattern DIFFERENCE =
            Pattern.compile("^\\| `([^`]+)` \\| `([^`]+)` \\| `([^`]+)` \\| [^|]+ \\|$", Pattern.MULTILINE);
    private static final Pattern IN_THE_POM = Pattern.compile("^ {4}<([\\w.-]+)(?:>| />)", Pattern.MULTILINE);

    private static final Pattern RULE = Pattern.compile("<property>([\\w.-]+)</property>");
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern OF_A_STORY = Pattern.compile("<!-- ([a-z-]+) -->\n```xml\n(.*?)```", Pattern.DOTALL);

    private Model pom;
    private String source;
    private String readme;

    @BeforeEach
    void read() throws Exception {
        source = Files.readString(PARENT.resolve("pom.xml"));
        readme = Files.readString(PARENT.resolve("README.md"));
        try (var in = Files.newInputStream(PARENT.resolve("pom.xml"))) {
            pom = new MavenXpp3Reader().read(in);
        }
    }

    @Test
    void everyPropertyIsInTheTableWithItsDefaultAndNothingElse() {
        Map<String, String> expected = new TreeMap<>();
        settings()
                .forEach(name ->
                        expected.put(name, shown(name, pom.getProperties().getProperty(name))));

        assertThat(documented()).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void theTableIsInTheOrderOfThePomWhichIsSorted() {
        List<String> names =
                all(IN_THE_POM, source.substring(source.indexOf("<properties>"), source.indexOf("</properties>")))
                        .stream()
                        .filter(name -> !name.startsWith(CHECKED))
                        .toList();

        assertThat(names)
                .isSorted()
                .containsExactlyElementsOf(new ArrayList<>(documented().keySet()));
    }

    @Test
    void theTableOfDifferencesInCiIsTheProfile() {
        Map<String, List<String>> expected = new TreeMap<>();
        profile()
                .getProperties()
                .forEach((name, value) -> expected.put(
                        (String) name, List.of(pom.getProperties().getProperty((String) name), (String) value)));

        Map<String, List<String>> differences = DIFFERENCE
                .matcher(section("ci profile"))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> List.of(row.group(2), row.group(3))));
        assertThat(differences).containsExactlyInAnyOrderEntriesOf(expected);
    }

    /** The indentation of a snippet is not compared. */
    @Test
    void theLinesToCopyAreThoseOfStories() throws IOException {
        List<MatchResult> snippets = OF_A_STORY.matcher(readme).results().toList();

        assertThat(snippets)
                .extracting(snippet -> snippet.group(1))
                .containsExactly(
                        "quickstart", "kotlin-module", "own-parent-names-the-plugin", "own-parent-names-the-plugin");
        for (MatchResult snippet : snippets) {
            Path story = PARENT.resolveSibling("src/it/" + snippet.group(1) + "/pom.xml");
            assertThat(stripped(Files.readString(story))).containsSubsequence(stripped(snippet.group(2)));
        }
    }

    @Test
    void everyPluginHasAVersionByAProperty() {
        assertThat(pom.getBuild().getPluginManagement().getPlugins())
                .allSatisfy(plugin -> assertThat(plugin.getVersion()).matches("\\$\\{.*\\.version\\}"));
        assertThat(pom.getBuild().getPluginManagement().getPluginsAsMap().keySet())
                .containsAll(pom.getBuild().getPluginsAsMap().keySet());
    }

    /**
     * The dependencies that Dependabot must not update have the version of the POM; the file to copy names nothing
     * back.
     */
    @Test
    void theTableOfOldVersionsIsThatOfThePom() throws IOException {
        Map<String, String> held = heldBack(Files.readString(PARENT.resolveSibling(".github/dependabot.yml")));

        assertThat(held)
                .containsOnlyKeys(
                        "org.apache.maven.plugins:maven-artifact-plugin",
                        "org.codehaus.mojo:build-helper-maven-plugin",
                        "org.apache.maven:*")
                .containsEntry("org.apache.maven.plugins:maven-artifact-plugin", above("artifact"))
                .containsEntry("org.codehaus.mojo:build-helper-maven-plugin", above("build-helper"));
        assertThat(heldBack(all(YAML, readme).get(0))).isEmpty();
    }

    private List<String> settings() {
        return pom.getProperties().stringPropertyNames().stream()
                .filter(name -> !name.startsWith(CHECKED))
                .toList();
    }

    private String above(String plugin) {
        return "[> " + pom.getProperties().getProperty("ci.plugin." + plugin + ".version") + "]";
    }

    /** From the name of what is held back to the versions: "null" is all of them. */
    private static Map<String, String> heldBack(String dependabot) {
        Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(dependabot);
        Map<?, ?> update = (Map<?, ?>) ((List<?>) file.get("updates")).get(0);
        assertThat(update.get("package-ecosystem")).isEqualTo("maven");
        List<?> ignored = update.containsKey("ignore") ? (List<?>) update.get("ignore") : List.of();
        return ignored.stream()
                .map(entry -> (Map<?, ?>) entry)
                .collect(Collectors.toMap(
                        entry -> (String) entry.get("dependency-name"),
                        entry -> String.valueOf(entry.get("versions"))));
    }

    /**
     * Maven ignores a phase that it does not know, so a rule of the enforcer checks each switch; that of JaCoCo by the
     * phases that are made of it.
     */
    @Test
    void aRuleChecksEverySwitch() {
        String checked = all(RULE, source).stream()
                .map(name -> name.startsWith(CHECKED) ? pom.getProperties().getProperty(name) : "${" + name + "}")
                .collect(Collectors.joining(" "));

        assertThat(settings())
                .filteredOn(name -> name.matches("ci\\..*[pP]hase"))
                .hasSize(14)
                .filteredOn(name -> !name.equals("ci.jacoco.phase"))
                .allSatisfy(name -> assertThat(checked).contains("${" + name + "}"));
    }

    @Test
    void thePomHasNoScriptAndCanBeReadTopToBottom() {
        assertThat(source.lines().count()).isLessThanOrEqualTo(500);
        assertThat(source).doesNotContain("bsh-property", "evaluateBeanshell", "CDATA");
    }

    /** Maven interpolates again and again: the value of a variable could name another one that holds a secret. */
    @Test
    void noValueIsTakenFromTheEnvironment() {
        assertThat(source).doesNotContain("${env.");
    }

    private String shown(String name, String value) {
        String shown = value.isEmpty() ? "empty" : "`" + value + "`";
        String inCi = profile().getProperties().getProperty(name);
        return inCi == null ? shown : shown + "; `" + inCi + "` in CI";
    }

    private Profile profile() {
        assertThat(pom.getProfiles()).extracting(Profile::getId).containsExactly("ci", "watch", "watch-variable");
        return pom.getProfiles().get(0);
    }

    private Map<String, String> documented() {
        return PROPERTY.matcher(section("properties"))
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1), row -> row.group(2), (one, two) -> one + two, LinkedHashMap::new));
    }

    private String section(String name) {
        return readme.substring(readme.indexOf("<!-- " + name + " -->"), readme.indexOf("<!-- /" + name + " -->"));
    }

    private static List<String> stripped(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
