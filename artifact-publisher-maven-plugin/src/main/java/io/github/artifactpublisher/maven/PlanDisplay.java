package io.github.artifactpublisher.maven;

import io.github.artifactpublisher.ci.Quoted;
import io.github.artifactpublisher.publish.Plan;
import io.github.artifactpublisher.report.PlanFormat;
import io.github.artifactpublisher.report.PlanReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** Writes the plans of all sets of the reactor to the log or to a file. */
final class PlanDisplay {
    private final Log log;
    private final PlanFormat format;
    private final File file;

    PlanDisplay(Log log, PlanFormat format, File file) {
        this.log = log;
        this.format = format;
        this.file = file;
    }

    void show(List<Contribution> contributions) {
        List<PlanReport> reports = new ArrayList<>();
        Contribution.sets(contributions).forEach((settings, modules) -> reports.add(report(settings, modules)));
        List<String> lines =
                PlanReport.lines(reports, format).stream().map(Quoted::line).toList();
        if (file == null) {
            lines.forEach(log::info);
        } else {
            write(file.toPath(), lines);
        }
    }

    private static PlanReport report(PublishSettings settings, List<Contribution> modules) {
        Plan plan = Plan.of(settings.targets(), settings.plan(), SetOutputs.of(modules));
        return new PlanReport(
                settings.bucket().name(),
                plan,
                settings.options().layout(),
                modules.get(0).rows());
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
                    "Give a file in a folder that can be written to.");
        }
    }
}
