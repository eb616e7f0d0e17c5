package io.github.artifactpublisher.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.Target;
import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.outputs.StoredForm;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.plan.PlannedObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanReportTest {
    private static final Plan PLAN = new Plan(
            List.of(
                    new Target(new KeyPrefix("artifacts/acme/app/main"), false),
                    new Target(new KeyPrefix("commits/01234567"), true)),
            List.of(new PlannedObject(
                    new Output(Path.of("app.jar"), "app.jar", false, Optional.empty()),
                    StoredForm.GZIP,
                    4096,
                    "app.jar.gz")));
    private static final PlanReport REPORT = new PlanReport(
            "builds",
            PLAN,
            Layout.IN_PLACE,
            List.of(
                    new SettingRow("branch", "a|b", "GITHUB_REF_NAME"),
                    new SettingRow("artifacts.region", "", "default")));

    @Test
    void theTextHasFilesTotalsAndSources() {
        assertThat(PlanReport.lines(List.of(REPORT), PlanFormat.TEXT))
                .containsExactly(
                        "File        Size  Stored as   Headers",
                        "app.jar  4.0 KiB  app.jar.gz  Content-Type: application/gzip",
                        "Would publish 1 file (4.0 KiB before compression) to s3://builds/artifacts/acme/app/main/,"
                                + " s3://builds/commits/01234567/ (manifest.json, SHA256SUMS)",
                        "",
                        "Setting  Value  From",
                        "branch   a|b    GITHUB_REF_NAME",
                        "All other settings have their defaults.");
    }

    @Test
    void byBuildTheFolderIsNotKnownYet() {
        PlanReport byBuild = new PlanReport("builds", PLAN, Layout.BY_BUILD, List.of());

        assertThat(PlanReport.lines(List.of(byBuild), PlanFormat.TEXT))
                .contains("app.jar  4.0 KiB  builds/{id}/app.jar.gz  Content-Type: application/gzip");
        assertThat(String.join("\n", PlanReport.lines(List.of(byBuild), PlanFormat.JSON)))
                .contains("\"artifacts/acme/app/main/builds/{id}/app.jar.gz\"");
    }

    @Test
    void theMarkdownIsTwoTables() {
        assertThat(PlanReport.lines(List.of(REPORT), PlanFormat.MARKDOWN))
                .contains(
                        "| app.jar | 4.0 KiB | app.jar.gz | Content-Type: application/gzip |",
                        "| branch | a\\|b | GITHUB_REF_NAME |");
    }

    @Test
    void theMarkdownShowsEachTextAsItIs() {
        List<SettingRow> rows = List.of(
                new SettingRow("artifacts.includes", "**/*.html, a\\|b, `x`, __init__.py, a_b", "<b>&amp;[x](y)~"));

        assertThat(PlanReport.lines(
                        List.of(new PlanReport("builds", PLAN, Layout.IN_PLACE, rows)), PlanFormat.MARKDOWN))
                .contains("| artifacts.includes | \\*\\*/\\*.html, a\\\\\\|b, \\`x\\`, \\_\\_init\\_\\_.py, a_b |"
                        + " \\<b>\\&amp;\\[x](y)\\~ |");
    }

    @Test
    void theJsonHasEverySetAndEveryKey() {
        String json = String.join("\n", PlanReport.lines(List.of(REPORT, REPORT), PlanFormat.JSON));
        JsonObject root = JsonParser.parseString(json).getAsJsonObject();

        assertThat(root.getAsJsonArray("sets")).hasSize(2);
        assertThat(json).contains("artifacts.region");
        JsonObject set = root.getAsJsonArray("sets").get(0).getAsJsonObject();
        assertThat(set.getAsJsonArray("targets")).hasSize(2);
        assertThat(set.getAsJsonArray("objects"))
                .extracting(object -> object.getAsJsonObject().get("key").getAsString())
                .containsExactly("artifacts/acme/app/main/app.jar.gz", "commits/01234567/app.jar.gz");
        assertThat(set.getAsJsonArray("settings")
                        .get(0)
                        .getAsJsonObject()
                        .get("source")
                        .getAsString())
                .isEqualTo("GITHUB_REF_NAME");
    }
}
