package io.github.artifactpublisher.benchmark;

/**
 * One measurement of a command, as written by {@code benchmarks/run}.
 *
 * @param wall seconds of the whole command
 * @param cpu CPU seconds of all its processes
 * @param peakKib resident memory of the largest of its processes
 * @param inside seconds that the program measured itself; 0 if it does not
 * @param insideCpu the same for CPU seconds
 * @param bytes the output bytes of the program or in the bucket; 0 if unknown
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

    /** Returns the difference to another sample of the same round: the time and memory that publishing adds. */
    Sample minus(Sample base, String name) {
        return new Sample(corpus, name, round, wall - base.wall, cpu - base.cpu, peakKib - base.peakKib, 0, 0, bytes);
    }
}
