package io.github.artifactpublisher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.maven.PublishMojo;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugin.AbstractMojo;
import org.junit.jupiter.api.Test;

/** What a user copies from the README is what the stories use, and what it lists is what there is. */
class ReadmeTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern OF_A_STORY = Pattern.compile("<!-- ([a-z-]+) -->\n```xml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SETTING = Pattern.compile("^\\| `(?:artifacts\\.|<)(\\w+)>?` \\|", Pattern.MULTILINE);

    @Test
    void thePomsOfTheReadmeAreThoseOfStories() throws IOException {
        List<MatchResult> snippets = OF_A_STORY.matcher(readme()).results().toList();

        assertThat(snippets)
                .extracting(snippet -> snippet.group(1))
                .containsExactly("quickstart", "quickstart", "attributes-per-selection");
        for (MatchResult snippet : snippets) {
            assertThat(ROOT.resolve("src/it/" + snippet.group(1) + "/pom.xml"))
                    .content()
                    .contains(snippet.group(2));
        }
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

    @Test
    void everyParameterIsInTheTableAndNothingElse() throws IOException {
        List<String> parameters = Stream.of(PublishMojo.class.getSuperclass().getDeclaredFields())
                .filter(field -> !field.isSynthetic() && !Modifier.isFinal(field.getModifiers()))
                .map(Field::getName)
                .toList();

        assertThat(PublishMojo.class.getSuperclass().getSuperclass()).isEqualTo(AbstractMojo.class);
        assertThat(all(SETTING, readme())).containsExactlyInAnyOrderElementsOf(parameters);
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult r) -> r.group(1))
                .toList();
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }
}
