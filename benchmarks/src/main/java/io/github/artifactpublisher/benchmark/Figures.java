package io.github.artifactpublisher.benchmark;

import io.github.artifactpublisher.benchmark.Figure.Measured;
import io.github.artifactpublisher.benchmark.Figure.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Computes the project's performance targets from the measurements. */
final class Figures {
    private static final double NONE = Double.NaN;
    private static final List<String> TARS = List.of("classes.tar", "jvm.tar");

    private final Results results;

    Figures(Results results) {
        this.results = results;
    }

    List<Figure> all() {
        List<Figure> all = new ArrayList<>(new JobFigures(results).all());
        all.addAll(publication());
        all.addAll(encoder());
        return all;
    }

    private List<Figure> publication() {
        return List.of(
                Figure.atMost(
                        "One 5 MB jar, `mvn deploy` minus `mvn verify`: time relative to `gzip -6` + `aws s3api put-object --content-md5`",
                        Unit.TIMES,
                        0.90,
                        0.75,
                        published("small-jar", Commands.OURS, Commands.PUT_OBJECT)),
                Figure.atMost(
                        "200 files of 100 KB: time relative to `gzip` in a loop + `aws s3 cp --recursive`",
                        Unit.TIMES,
                        1.0,
                        0.5,
                        published("files", Commands.OURS, Commands.LOOP)),
                Figure.atLeast(
                        "Whole publication against `gzip -6` + `aws s3api put-object --content-md5`: speed",
                        2.0,
                        2.5,
                        published("classes", Commands.PUT_OBJECT, Commands.OURS),
                        published("jvm", Commands.PUT_OBJECT, Commands.OURS)),
                Figure.atLeast(
                        "The same against `pigz -6 \\| aws s3 cp -`, which sends no MD5",
                        1.1,
                        1.4,
                        published("classes", Commands.PIGZ, Commands.OURS),
                        published("jvm", Commands.PIGZ, Commands.OURS)),
                Figure.atLeast(
                        "Fat jar against `gzip -6` + `aws s3api put-object --content-md5`: speed",
                        2,
                        4,
                        published("fat-jar", Commands.PUT_OBJECT, Commands.OURS)),
                Figure.atMost(
                        "The 200 files published again, unchanged: time relative to the first time",
                        Unit.TIMES,
                        0.5,
                        0.25,
                        published("files", Commands.AGAIN, Commands.OURS)),
                Figure.atMost(
                        "Additional memory compared with Maven without publishing",
                        Unit.MEBIBYTES,
                        160,
                        100,
                        memory()));
    }

    private List<Figure> encoder() {
        return List.of(
                Figure.atLeast(
                        "Encoder level 6, one thread, warm, against `Deflater` 6: speed", 1.6, 2.2, tars(this::warm)),
                Figure.atMost("The same: output size", Unit.SIZE_RATIO, 1.0, NONE, tars(this::size)),
                Figure.atLeast(
                        "One thread cold, first 100 MB in a new JVM, time in the program",
                        1.0,
                        1.3,
                        tars(tar -> cold(tar, Sample::inside))),
                Figure.atLeast(
                        "One thread cold, whole process with JVM start",
                        1.0,
                        1.3,
                        tars(tar -> cold(tar, Sample::wall))),
                Figure.atLeast(
                        "Encoder, 2 threads, warm, against `pigz -6 -p 2`",
                        1.5,
                        2,
                        tars(tar -> results.of("threads").of(tar).median("pigz-2", Sample::wall)
                                / results.of("threads").of(tar).median("ours-2-warm", Sample::inside))),
                Figure.atLeast(
                        "2 threads cold, whole process with JVM start",
                        1.5,
                        2,
                        tars(tar -> results.of("threads").of(tar).ratio("pigz-2", "ours-2-cold", Sample::wall))),
                Figure.atLeast(
                        "2 threads against 1 on a large file, warm",
                        1.85,
                        NONE,
                        tars(tar ->
                                results.of("threads").of(tar).ratio("ours-1-warm", "ours-2-warm", Sample::inside))));
    }

    private Measured published(String part, String one, String other) {
        return new Measured(part, results.of(part).ratio(one, other, Sample::wall));
    }

    private Measured[] memory() {
        List<Measured> measured = results.published().stream()
                .map(part -> new Measured(
                        part, results.of(part).median(Commands.OURS, Sample::peakKib) / Markdown.KIB_PER_MIB))
                .toList();
        return measured.isEmpty() ? new Measured[] {new Measured("any", NONE)} : measured.toArray(Measured[]::new);
    }

    private Measured[] tars(ToDoubleFunction<String> value) {
        return TARS.stream()
                .map(tar -> new Measured(tar, value.applyAsDouble(tar)))
                .toArray(Measured[]::new);
    }

    private double warm(String tar) {
        return core("deflater", tar).millis() / core("ours1", tar).millis();
    }

    private double size(String tar) {
        return core("ours1", tar).bytesOut() / core("deflater", tar).bytesOut();
    }

    private JmhRow core(String engine, String corpus) {
        return results.core().stream()
                .filter(row -> row.engine().equals(engine) && row.corpus().equals(corpus) && row.level() == 6)
                .findFirst()
                .orElse(new JmhRow(engine, corpus, 6, 0, NONE, NONE, NONE, NONE));
    }

    private double cold(String tar, ToDoubleFunction<Sample> seconds) {
        return results.of("cold").of(tar).ratio("deflater", "ours", seconds);
    }
}
