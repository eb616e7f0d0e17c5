package io.github.artifactpublisher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks which packages of the plugin use which others. */
class RoomsTest {
    private static final String ROOT = "io.github.artifactpublisher.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("io.github.artifactpublisher");

    /** From top to bottom: a package may use only packages below it, and of those only the ones named here. */
    private static final Map<String, Set<String>> MAY_USE = table();

    private static Map<String, Set<String>> table() {
        Set<String> values = Set.of("ci", "git", "layout", "digest", "text");
        Set<String> domain = Set.of(
                "report",
                "publish",
                "transfer",
                "plan",
                "manifest",
                "integrity",
                "store.s3",
                "store.s3.settings",
                "store",
                "outputs",
                "glob",
                "concurrent");
        Map<String, Set<String>> table = new LinkedHashMap<>();
        table.put(
                "maven",
                union(Stream.of(
                        domain, values, Set.of("maven.check", "maven.reactor", "maven.message", "maven.settings"))));
        table.put(
                "maven.check",
                union(Stream.of(domain, values, Set.of("maven.reactor", "maven.message", "maven.settings"))));
        table.put("maven.reactor", union(Stream.of(domain, values, Set.of("maven.message", "maven.settings"))));
        table.put("maven.message", union(Stream.of(domain, values, Set.of("maven.settings"))));
        table.put("maven.settings", union(Stream.of(domain, values)));
        table.put(
                "report",
                union(Stream.of(values, Set.of("publish", "transfer", "plan", "manifest", "integrity", "outputs"))));
        table.put(
                "publish",
                Set.of(
                        "transfer",
                        "plan",
                        "manifest",
                        "integrity",
                        "store",
                        "outputs",
                        "layout",
                        "digest",
                        "concurrent"));
        table.put(
                "transfer",
                Set.of(
                        "plan",
                        "manifest",
                        "integrity",
                        "store",
                        "outputs",
                        "layout",
                        "gzip",
                        "digest",
                        "git",
                        "concurrent"));
        table.put("plan", Set.of("manifest", "outputs", "layout", "gzip", "digest"));
        table.put("manifest", Set.of("integrity", "store", "layout", "digest", "git"));
        table.put("integrity", Set.of("store", "layout", "digest"));
        table.put("store.s3", Set.of("store.s3.retry", "store.s3.settings", "store", "layout", "digest"));
        table.put("store.s3.retry", Set.of("store.s3.settings", "store", "layout"));
        table.put("store.s3.settings", Set.of("store", "layout", "digest", "text"));
        table.put("store", Set.of("layout", "digest"));
        table.put("outputs", Set.of("glob", "git", "text"));
        table.put("glob", Set.of("text"));
        table.put("layout", Set.of("ci", "git", "text"));
        table.put("ci", Set.of("git", "text"));
        table.put("git", Set.of("text"));
        table.put("gzip", Set.of());
        table.put("digest", Set.of());
        table.put("concurrent", Set.of());
        table.put("text", Set.of());
        return table;
    }

    private static Set<String> union(Stream<Set<String>> sets) {
        return sets.flatMap(Set::stream).collect(Collectors.toSet());
    }

    @Test
    void eachPackageUsesOnlyThoseThatItMay() {
        LayeredArchitecture rule =
                layeredArchitecture().consideringOnlyDependenciesInAnyPackage("io.github.artifactpublisher..");
        for (String name : MAY_USE.keySet()) {
            rule = rule.layer(name).definedBy(ROOT + name);
        }
        for (Map.Entry<String, Set<String>> row : MAY_USE.entrySet()) {
            rule = row.getValue().isEmpty()
                    ? rule.whereLayer(row.getKey()).mayNotAccessAnyLayer()
                    : rule.whereLayer(row.getKey())
                            .mayOnlyAccessLayers(row.getValue().toArray(String[]::new));
        }
        rule.ensureAllClassesAreContainedInArchitectureIgnoring(ROOT + "artifact_publisher_maven_plugin..")
                .check(CLASSES);
    }

    @Test
    void noPackageIsPartOfACycle() {
        SlicesRuleDefinition.slices()
                .matching("io.github.artifactpublisher.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void noPackageHasMoreThanTwentyFiveClasses() {
        Map<String, Long> sizes = CLASSES.stream()
                .filter(type -> !type.isNestedClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        Map<String, Long> tooLarge = sizes.entrySet().stream()
                .filter(size -> size.getValue() > 25)
                .collect(Collectors.toMap(size -> size.getKey().substring(ROOT.length()), Map.Entry::getValue));
        assertThat(tooLarge).isEmpty();
    }

    @Test
    void onlyTheMavenPackagesUseMaven() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "maven..", ROOT + "artifact_publisher_maven_plugin..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.maven..")
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
