package io.github.artifactpublisher.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Generates a Maven project with classes, JUnit tests and incompressible resources. The same arguments give the same
 * files on every machine.
 */
public final class MakeProject {
    private static final long SEED = 20260101;
    private static final int TESTS_PER_CLASS = 5;

    private final Poms poms;
    private final int classes;
    private final int tests;
    private final int bytes;

    private MakeProject(Poms poms, int classes, int tests, int bytes) {
        this.poms = poms;
        this.classes = classes;
        this.tests = tests;
        this.bytes = bytes;
    }

    /**
     * Arguments: the POM of ci-parent-pom, the folder to create, the constant of {@link Poms.Parent}, the number of
     * modules (0 for a single jar), and for each module the number of classes, of tests and of bytes.
     */
    public static void main(String[] args) throws IOException {
        Poms poms = new Poms(Files.readString(Path.of(args[0])));
        new MakeProject(poms, Integer.parseInt(args[4]), Integer.parseInt(args[5]), Integer.parseInt(args[6]))
                .write(Path.of(args[1]), Poms.Parent.valueOf(args[2]), Integer.parseInt(args[3]));
    }

    private void write(Path folder, Poms.Parent parent, int modules) throws IOException {
        if (modules == 0) {
            file(folder.resolve("pom.xml"), poms.jar(parent, tests > 0));
            sources(folder, "app");
            return;
        }
        List<String> names = IntStream.rangeClosed(1, modules)
                .mapToObj(number -> "module" + number)
                .toList();
        file(folder.resolve("pom.xml"), poms.aggregator(parent, names));
        for (String name : names) {
            file(folder.resolve(name).resolve("pom.xml"), Poms.module(name, tests > 0));
            sources(folder.resolve(name), name);
        }
    }

    private void sources(Path module, String name) throws IOException {
        Path main = module.resolve("src/main/java/com/example").resolve(name);
        Path test = module.resolve("src/test/java/com/example").resolve(name);
        for (int number = 1; number <= classes; number++) {
            file(main.resolve("Words" + number + ".java"), source(name, number));
        }
        for (int number = 1; number <= tests / TESTS_PER_CLASS; number++) {
            file(test.resolve("Words" + number + "Test.java"), test(name, number));
        }
        if (bytes > 0) {
            byte[] content = new byte[bytes];
            new Random(SEED).nextBytes(content);
            Path resource = module.resolve("src/main/resources/data.bin");
            Files.createDirectories(resource.getParent());
            Files.write(resource, content);
        }
    }

    private static String source(String name, int number) {
        return """
                package com.example.%1$s;

                import java.util.Comparator;
                import java.util.List;
                import java.util.Locale;
                import java.util.Map;
                import java.util.TreeMap;
                import java.util.stream.Collectors;

                /** Counts words. */
                public final class Words%2$d {
                    private final Map<String, Integer> counts = new TreeMap<>();
                    private final int atLeast;

                    public Words%2$d(int atLeast) {
                        this.atLeast = atLeast;
                    }

                    public Words%2$d add(String text) {
                        for (String word : text.toLowerCase(Locale.ROOT).split("\\\\W+")) {
                            counts.merge(word, 1, Integer::sum);
                        }
                        return this;
                    }

                    public List<String> frequent() {
                        return counts.entrySet().stream()
                                .filter(entry -> entry.getValue() >= atLeast)
                                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                                .map(Map.Entry::getKey)
                                .toList();
                    }

                    public int total() {
                        return counts.values().stream().mapToInt(Integer::intValue).sum();
                    }

                    public Map<Integer, Long> byLength() {
                        return counts.keySet().stream()
                                .collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.counting()));
                    }

                    @Override
                    public String toString() {
                        return "words %2$d: " + total() + " of " + counts.size() + ", most of them " + String.join(", ", frequent());
                    }
                }
                """.formatted(name, number);
    }

    private static String test(String name, int number) {
        StringBuilder methods = new StringBuilder();
        for (int test = 1; test <= TESTS_PER_CLASS; test++) {
            methods.append("""

                        @Test
                        void countsText%1$d() {
                            Words%2$d words = new Words%2$d(2).add("one two two ".repeat(%1$d));
                            assertEquals(3 * %1$d, words.total());
                            assertEquals("two", words.frequent().get(0));
                        }
                    """.formatted(test, number));
        }
        return """
                package com.example.%1$s;

                import static org.junit.jupiter.api.Assertions.assertEquals;

                import org.junit.jupiter.api.Test;

                class Words%2$dTest {%3$s}
                """.formatted(name, number, methods);
    }

    private static void file(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
