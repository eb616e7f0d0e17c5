package io.github.artifactpublisher.benchmark;

/**
 * One measurement of a contender, as {@code benchmarks/run} writes it.
 *
 * @param wall seconds of the whole command
 * @param cpu CPU seconds of all its processes
 * @param peakKib resident memory of the largest of its processes
 * @param inside seconds that the program measured itself; 0 where it does not
 * @param insideCpu the same for CPU seconds
 * @param bytes what came out: of the program, or stored in the bucket; 0 where nobody looked
 */
record Sample(
        String corpus,
        String contender,
        int round,
        double wall,
        double cpu,
        double peakKib,
        double inside,
        double insideCpu,
        double bytes) {
    static Sample parse(String line) {
        String[] fields = line.split("\t", -1);
        return new Sample(
                fields[0],
                fields[1],
                Integer.parseInt(fields[2]),
                Double.parseDouble(fields[3]),
                Double.parseDouble(fields[4]),
                Double.parseDouble(fields[5]),
                Double.parseDouble(fields[6]),
                Double.parseDouble(fields[7]),
                Double.parseDouble(fields[8]));
    }

    /** What publishing adds to the same Maven: the two stand beside each other in one round. */
    Sample minus(Sample base, String name) {
        return new Sample(corpus, name, round, wall - base.wall, cpu - base.cpu, peakKib - base.peakKib, 0, 0, bytes);
    }
}
