package io.github.artifactpublisher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares the packages of the plugin with the table in CONTRIBUTING.md, and limits the sizes of packages and classes.
 */
class PackageDependenciesTest {
    private static final String ROOT = "io.github.artifactpublisher.";
    private static final String HELP_GOAL = ROOT + "artifact_publisher_maven_plugin..";
    private static final String ALL_BELOW = "all below";
    private static final Path CONTRIBUTING =
            Path.of("").toAbsolutePath().getParent().resolve("CONTRIBUTING.md");
    private static final Path SOURCES = Path.of("src/main/java/io/github/artifactpublisher");
    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z0-9.]+)` \\| [^|]+ \\| ([^|]+) \\|$", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`([a-z0-9.]+)`");
    private static final Pattern IMPORT = Pattern.compile(
            "^import (?:static )?io\\.github\\.artifactpublisher\\.([a-z0-9.]+)\\.[A-Z]", Pattern.MULTILINE);

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("io.github.artifactpublisher");

    /** The last cell of each row, by package, from top to bottom. */
    private static final Map<String, String> TABLE = table();

    private static final List<String> PACKAGES = List.copyOf(TABLE.keySet());

    /** The packages that each package uses, by its class files and by its imports, which also show constants. */
    private static final Map<String, Set<String>> USED = used();

    private static Map<String, String> table() {
        String page = read(CONTRIBUTING);
        int begin = page.indexOf("## The packages of the plugin");
        Map<String, String> table = new LinkedHashMap<>();
        for (MatchResult row : ROW.matcher(page.substring(begin, page.indexOf("\n## ", begin)))
                .results()
                .toList()) {
            assertThat(table.put(row.group(1), row.group(2))).as(row.group(1)).isNull();
        }
        return table;
    }

    private static Map<String, Set<String>> used() {
        Map<String, Set<String>> used = new TreeMap<>();
        for (JavaClass type : CLASSES.that(JavaClass.Predicates.resideOutsideOfPackage(HELP_GOAL))) {
            Set<String> ofPackage = used.computeIfAbsent(shortName(type), name -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith(ROOT))
                    .forEach(target -> ofPackage.add(shortName(target)));
        }
        for (Path file : sources()) {
            String name = SOURCES.relativize(file.getParent())
                    .toString()
                    .replace('\\', '/')
                    .replace('/', '.');
            IMPORT.matcher(read(file))
                    .results()
                    .forEach(match ->
                            used.computeIfAbsent(name, key -> new TreeSet<>()).add(match.group(1)));
        }
        used.forEach((name, others) -> others.remove(name));
        return used;
    }

    private static String shortName(JavaClass type) {
        return type.getPackageName().substring(ROOT.length());
    }

    private static List<Path> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theTableHasARowForEachPackage() {
        assertThat(PACKAGES).containsExactlyInAnyOrderElementsOf(USED.keySet());
    }

    @Test
    void noPackageUsesOneAboveIt() {
        List<String> upward = new ArrayList<>();
        USED.forEach((name, others) -> others.stream()
                .filter(other -> PACKAGES.indexOf(other) < PACKAGES.indexOf(name))
                .forEach(other -> upward.add(name + " uses " + other)));
        assertThat(upward).isEmpty();
    }

    @Test
    void eachPackageUsesExactlyThoseOfItsRow() {
        List<String> differences = new ArrayList<>();
        TABLE.forEach((name, cell) -> {
            Set<String> used = USED.getOrDefault(name, Set.of());
            Set<String> row = cell.equals(ALL_BELOW) ? used : names(cell);
            used.stream()
                    .filter(other -> !row.contains(other))
                    .forEach(other -> differences.add(name + " uses " + other + ", which its row does not name"));
            row.stream()
                    .filter(other -> !used.contains(other))
                    .forEach(other -> differences.add(name + " does not use " + other + ", which its row names"));
        });
        assertThat(differences).isEmpty();
    }

    private static Set<String> names(String cell) {
        return NAME.matcher(cell).results().map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void onlyTheMavenPackagesMayUseAllBelow() {
        TABLE.forEach((name, cell) -> assertThat(cell.equals(ALL_BELOW))
                .as(name)
                .isEqualTo(name.equals("maven") || name.startsWith("maven.")));
    }

    /** A cycle of classes of two packages is also a cycle of these packages. */
    @Test
    void noPackageIsPartOfACycle() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(CLASSES);
    }

    /** Counts top-level types. */
    @Test
    void noPackageHasMoreThanTwentyFiveTypes() {
        Map<String, Long> sizes = CLASSES.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(PackageDependenciesTest::shortName, Collectors.counting()));
        assertThat(sizes).hasSizeGreaterThanOrEqualTo(PACKAGES.size());
        sizes.values().removeIf(size -> size <= 25);
        assertThat(sizes).isEmpty();
    }

    /** Counts the lines of the file. The parameters of the goals are one list, which only grows with the settings. */
    @Test
    void noClassHasMoreThanTwoHundredFiftyLines() {
        Map<String, Long> sizes = new TreeMap<>();
        for (Path file : sources()) {
            String name = SOURCES.relativize(file).toString();
            if (!name.endsWith("Parameters.java")) {
                sizes.put(name, read(file).lines().count());
            }
        }
        assertThat(sizes).hasSizeGreaterThan(PACKAGES.size());
        sizes.values().removeIf(size -> size <= 250);
        assertThat(sizes).isEmpty();
    }

    @Test
    void onlyTheMavenPackagesUseMaven() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "maven..", HELP_GOAL)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.maven..",
                        "org.codehaus.plexus..",
                        "org.eclipse.aether..",
                        "org.eclipse.sisu..",
                        "org.sonatype..",
                        "javax.inject..")
                .check(CLASSES);
    }

    @Test
    void onlyTheS3AdapterUsesTheAwsSdk() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "store.s3..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk..")
                .check(CLASSES);
    }
}
