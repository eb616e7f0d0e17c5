package io.github.artifactpublisher.benchmark;

import java.util.List;

/**
 * A generated project, as recorded by {@code benchmarks/run}.
 *
 * @param corpus the name of the folder that it shares with the projects that it is compared with
 * @param folder its own folder
 * @param modules the number of modules; 0 for a single jar
 * @param classes classes of each module
 * @param tests tests of each module
 * @param bytes incompressible bytes in each jar
 */
record Project(String corpus, String folder, int modules, int classes, int tests, long bytes) {
    static Project parse(List<String> row) {
        return new Project(
                row.get(0),
                row.get(1),
                Integer.parseInt(row.get(2)),
                Integer.parseInt(row.get(3)),
                Integer.parseInt(row.get(4)),
                Long.parseLong(row.get(5)));
    }
}
