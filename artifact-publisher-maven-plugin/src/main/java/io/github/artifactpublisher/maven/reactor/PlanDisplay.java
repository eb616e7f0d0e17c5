package io.github.artifactpublisher.maven.reactor;

import io.github.artifactpublisher.maven.settings.PublishSettings;
import io.github.artifactpublisher.maven.settings.SettingException;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.report.PlanFormat;
import io.github.artifactpublisher.report.PlanReport;
import io.github.artifactpublisher.text.Quoted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** Writes the plans of all sets of the reactor to the log or to a file. */
public final class PlanDisplay {
    private final Log log;
    private final PlanFormat format;
    private final Optional<Path> file;

    /**
     * Creates a display.
     *
     * @param file the file that is written; empty if the plans go to the log
     */
    public PlanDisplay(Log log, PlanFormat format, Optional<Path> file) {
        this.log = log;
        this.format = format;
        this.file = file;
    }

    /**
     * Shows the plans.
     *
     * @param modules the modules of the sets; the first of each set has the sources of its settings
     */
    public void show(Map<PublishSettings, Plan> plans, List<Contribution> modules) {
        Map<PublishSettings, List<Contribution>> sets = Contribution.sets(modules);
        List<PlanReport> reports = new ArrayList<>();
        plans.forEach((settings, plan) ->
                reports.add(report(settings, plan, sets.get(settings).get(0))));
        List<String> lines =
                PlanReport.lines(reports, format).stream().map(Quoted::line).toList();
        file.ifPresentOrElse(path -> write(path, lines), () -> lines.forEach(log::info));
    }

    private static PlanReport report(PublishSettings settings, Plan plan, Contribution first) {
        return new PlanReport(
                settings.store().bucket().name(), plan, settings.options().layout(), first.rows());
    }

    private void write(Path path, List<String> lines) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.write(path, lines);
            log.info("The plan is in " + path + ".");
        } catch (IOException e) {
            throw new SettingException(
                    "artifacts.planFile",
                    "is '" + path + "', which cannot be written: " + e.getMessage(),
                    "Set it to a file in a writable folder.",
                    e);
        }
    }
}
