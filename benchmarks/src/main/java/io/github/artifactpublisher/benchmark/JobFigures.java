package io.github.artifactpublisher.benchmark;

import io.github.artifactpublisher.benchmark.Figure.Measured;
import io.github.artifactpublisher.benchmark.Figure.Unit;
import java.util.List;

/** Computes the targets of whole CI jobs, and of what a CI machine loads for them. */
final class JobFigures {
    private final Results results;

    JobFigures(Results results) {
        this.results = results;
    }

    List<Figure> all() {
        return List.of(
                Figure.atMost(
                        "Almost empty project, `mvn clean verify` with ci-parent-pom: time relative to a plain POM",
                        Unit.TIMES,
                        1.07,
                        1.03,
                        ratio("parent", "parent-1", Commands.PARENT_VERIFY, Commands.PLAIN_VERIFY)),
                Figure.atMost(
                        "The same with 30 modules",
                        Unit.TIMES,
                        1.05,
                        1.02,
                        ratio("parent", "parent-30", Commands.PARENT_VERIFY, Commands.PLAIN_VERIFY)),
                Figure.atMost(
                        "Whole CI job, 5 MB jar: time relative to a plain POM + `gzip -6` + `put-object --content-md5`",
                        Unit.TIMES,
                        1.00,
                        0.90,
                        ratio("job", "job", Commands.PARENT_DEPLOY, Commands.PLAIN_PUT_OBJECT)),
                Figure.atMost(
                        "Whole CI job, 30 jars: relative to a plain POM + `gzip` in a loop + `aws s3 cp --recursive` (no MD5)",
                        Unit.TIMES,
                        1.10,
                        1.00,
                        ratio("job-30", "job-30", Commands.PARENT_DEPLOY, Commands.PLAIN_LOOP)),
                Figure.atMost(
                        "The same relative to a plain POM + `gzip` + `put-object --content-md5` for each jar",
                        Unit.TIMES,
                        0.30,
                        0.25,
                        ratio("job-30", "job-30", Commands.PARENT_DEPLOY, Commands.PLAIN_PUT_OBJECTS)),
                Figure.atMost(
                        "Publication of each further module, beyond `mvn clean verify`",
                        Unit.SECONDS,
                        0.03,
                        0.01,
                        new Measured("job-30", furtherModule())),
                Figure.atMost(
                        "Classes loaded by the publication of one jar",
                        Unit.CLASSES,
                        3300,
                        2800,
                        new Measured("job", loadedClasses())),
                Figure.atMost(
                        "Jars of the dependencies of the plugin",
                        Unit.MEGABYTES,
                        13.1,
                        11,
                        new Measured("closure", closureMegabytes())));
    }

    private Measured ratio(String part, String corpus, String one, String other) {
        return new Measured(corpus, results.of(part).of(corpus).ratio(one, other, Sample::wall));
    }

    /**
     * Returns the median of the rounds of (deploy − verify of all modules − (deploy − verify of one)) / other modules.
     */
    private double furtherModule() {
        int modules = results.projects().stream()
                .filter(project -> project.corpus().equals("job-30"))
                .mapToInt(Project::modules)
                .max()
                .orElse(0);
        return results.of("job-30")
                        .withDifference("all", Commands.PARENT_DEPLOY, Commands.PARENT_VERIFY)
                        .withDifference("one", Commands.ONE_DEPLOY, Commands.ONE_VERIFY)
                        .withDifference("further", "all", "one")
                        .median("further", Sample::wall)
                / (modules - 1);
    }

    private double loadedClasses() {
        return loaded(Commands.PARENT_DEPLOY) - loaded(Commands.PARENT_SKIP);
    }

    private double loaded(String command) {
        return results.table("job.classes").stream()
                .filter(row -> row.get(0).equals(command))
                .mapToDouble(row -> Double.parseDouble(row.get(1)))
                .findFirst()
                .orElse(Double.NaN);
    }

    private double closureMegabytes() {
        return results.table("job.closure").stream()
                .mapToDouble(row -> Double.parseDouble(row.get(1)) / Markdown.MEGA)
                .findFirst()
                .orElse(Double.NaN);
    }
}
