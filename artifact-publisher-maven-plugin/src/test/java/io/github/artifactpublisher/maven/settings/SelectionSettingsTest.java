package io.github.artifactpublisher.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.artifactpublisher.maven.TestParameters;
import io.github.artifactpublisher.maven.message.FailureMessages;
import io.github.artifactpublisher.maven.settings.SelectionScope.Base;
import io.github.artifactpublisher.outputs.ObjectAttributes;
import io.github.artifactpublisher.outputs.PathEntry;
import io.github.artifactpublisher.outputs.Selection;
import io.github.artifactpublisher.report.SettingRow;
import io.github.artifactpublisher.testing.TestAttributes;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionSettingsTest {
    private static final List<String> NONE = List.of();

    private final Map<String, Object> configured = TestParameters.none();
    private final Map<String, String> environment = new HashMap<>();
    private final Settings settings = new Settings(configured, environment);

    @Test
    void artifactsArePublishedByDefault() {
        assertThat(read().attached()).contains(ObjectAttributes.NONE);
        assertThat(read().selections(Base.MODULE, NONE)).isEmpty();
        assertThat(read().selections(Base.ROOT, NONE)).isEmpty();
    }

    @Test
    void thePropertiesSelectBelowOneBase() {
        environment.putAll(Map.of(
                "ARTIFACTS_INCLUDES", "docs/:*.log",
                "ARTIFACTS_UNTRACKED", "true",
                "ARTIFACTS_PATHS", "a:b",
                "ARTIFACTS_EXCLUDES", "x",
                "ARTIFACTS_LEVEL", "9",
                "ARTIFACTS_GZIP", "false"));
        ObjectAttributes stored = TestAttributes.gzip(false).orElse(TestAttributes.level(9));
        List<String> excludes = List.of("x", "other/");
        Selection[] expected = {
            Selection.globs(List.of("docs/", "*.log"), excludes).with(stored),
            Selection.untracked(excludes).with(stored),
            Selection.paths(List.of(PathEntry.of("a"), PathEntry.of("b")), excludes)
                    .with(stored)
        };

        assertThat(read().selections(Base.MODULE, List.of("other/"))).containsExactly(expected);
        assertThat(read().selections(Base.ROOT, List.of("other/"))).isEmpty();
        environment.put("ARTIFACTS_BASE", "root");
        assertThat(read().selections(Base.MODULE, List.of("other/"))).isEmpty();
        assertThat(read().selections(Base.ROOT, List.of("other/"))).containsExactly(expected);
    }

    @Test
    void aSelectionHasWaysOfItsOwnAndTheRestIsAsThePropertiesSay() {
        configured.put("artifacts.cacheControl", "private");
        configured.put("artifacts.tags", "kind=build,keep=short");
        configured.put("artifacts.excludes", List.of("*.tmp"));
        configured.put("artifacts.includes", List.of("rest/"));
        selections(List.of(
                Map.of(
                        "includes", List.of("site/"),
                        "excludes", List.of("site/drafts/"),
                        "contentType", "text/html",
                        "cacheControl", "no-cache",
                        "metadata", "a=b",
                        "tags", "keep=long",
                        "gzip", "false",
                        "level", "1"),
                Map.of("untracked", "true", "base", "root"),
                Map.of("paths", "a")));
        ObjectAttributes defaults = TestAttributes.tags(Map.of("kind", "build", "keep", "short"))
                .orElse(TestAttributes.cacheControl("private"));

        assertThat(read().selections(Base.MODULE, List.of("two/")))
                .containsExactly(
                        Selection.globs(List.of("site/"), List.of("site/drafts/", "*.tmp", "two/"))
                                .with(new ObjectAttributes(
                                        Optional.of("text/html"),
                                        Optional.of("no-cache"),
                                        Map.of("a", "b"),
                                        Map.of("kind", "build", "keep", "long"),
                                        Optional.of(false),
                                        OptionalInt.of(1))),
                        Selection.paths(List.of(PathEntry.of("a")), List.of("*.tmp", "two/"))
                                .with(defaults),
                        Selection.globs(List.of("rest/"), List.of("*.tmp", "two/"))
                                .with(defaults));
        assertThat(read().selections(Base.ROOT, NONE))
                .containsExactly(Selection.untracked(List.of("*.tmp")).with(defaults));
    }

    @Test
    void aSelectionMayBeOfTheArtifacts() {
        configured.put("artifacts.attached", "false");
        assertThat(read().attached()).isEmpty();

        selections(List.of(Map.of("attached", "true", "tags", "kind=jar")));
        assertThat(read().attached()).contains(TestAttributes.tags(Map.of("kind", "jar")));
        assertThat(read().selections(Base.MODULE, NONE)).isEmpty();
    }

    @Test
    void thePlanShowsTheSettingsOfSelections() {
        selections(List.of(Map.of("includes", List.of("*.log"), "level", "9")));
        read().selections(Base.MODULE, NONE);

        assertThat(settings.rows())
                .contains(new SettingRow("selections/selection[1]/level", "9", "selections/selection[1]/level"))
                .contains(new SettingRow(
                        "selections/selection[1]/includes", "*.log", "selections/selection[1]/includes"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "level | 10 | selections/selection[2]/level is '10', which is not a whole number from 1 to 9. Correct it.",
                "gzip | on | selections/selection[2]/gzip is 'on', which is neither 'true' nor 'false'. Correct it.",
                "base | top | selections/selection[2]/base is 'top', which is not one of module, root. Correct it.",
                "tags | x | selections/selection[2]/tags has 'x', which is not a pair of the form name=value. Correct it.",
                "contentType | html | The selections/selection[2] of the POM is not valid: contentType is not a media type such as text/plain; charset=utf-8. Correct it in the POM.",
                "tags | aws:x=1 | The selections/selection[2] of the POM is not valid: tag aws:x begins with aws:, which is reserved. Correct it in the POM.",
                "paths | b | The selections/selection[2] of the POM has includes and paths. Give each selection one of attached, includes, untracked and paths.",
                "attached | true | The selections/selection[2] of the POM has attached and includes. Give each selection one of attached, includes, untracked and paths."
            })
    void aFaultOfASelectionIsNamedWithItsPlace(String name, String value, String sentence) {
        selections(List.of(Map.of("paths", "a"), Map.of("includes", List.of("*.log"), name, value)));

        assertThat(sentence()).isEqualTo(sentence);
    }

    @Test
    void aPatternIsNamedWithItsPlaceAndEscaped() {
        selections(List.of(Map.of("includes", List.of("a//b\u001b"))));

        assertThat(sentence())
                .isEqualTo(
                        "The selections/selection[1] of the POM is not valid: a//b\\u001b has the segment ''. Correct it in"
                                + " the POM.");
    }

    @Test
    void aSelectionOfNothingAndOneOfArtifactsBelowABaseAreRefused() {
        selections(List.of(Map.of("tags", "a=b")));
        assertThat(sentence())
                .isEqualTo("The selections/selection[1] of the POM selects no files. Give each selection"
                        + " one of attached, includes, untracked and paths.");

        selections(List.of(Map.of("attached", "true", "base", "root")));
        assertThat(sentence())
                .isEqualTo(
                        "The selections/selection[1] of the POM selects the attached artifacts, so base and excludes have no effect. Remove them.");
    }

    @Test
    void tooManyTagsTogetherAreNamedWithThePlaceOfTheSelection() {
        configured.put("artifacts.tags", "a=1,b=2,c=3,d=4,e=5,f=6");
        selections(List.of(Map.of("includes", List.of("x"), "tags", "g=1,h=2,i=3,j=4,k=5")));

        assertThatThrownBy(() -> read().selections(Base.MODULE, NONE))
                .hasMessageContaining("selections/selection[1]")
                .hasMessageContaining("tags are 11; S3 allows 10");
    }

    private String sentence() {
        return FailureMessages.failure(
                        catchThrowableOfType(SettingException.class, () -> read().selections(Base.MODULE, NONE)))
                .getMessage();
    }

    private SelectionSettings read() {
        return new SelectionSettings(settings);
    }

    private void selections(List<Map<String, Object>> selections) {
        configured.put(
                "artifacts.selections",
                SelectionParameter.configured(
                        selections.stream().map(SelectionSettingsTest::filledIn).toList()));
    }

    /** As Maven does it: field by field. */
    private static SelectionParameter filledIn(Map<String, Object> written) {
        SelectionParameter selection = new SelectionParameter();
        written.forEach((name, value) -> {
            try {
                Field field = SelectionParameter.class.getDeclaredField(name);
                field.setAccessible(true);
                field.set(selection, value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(name, e);
            }
        });
        return selection;
    }
}
