package io.github.artifactpublisher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

/** Arrows between the rooms go one way. */
class RoomsTest {
    private static final String ROOT = "io.github.artifactpublisher.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("io.github.artifactpublisher");

    @Test
    void eachRoomUsesOnlyTheRoomsItMay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("io.github.artifactpublisher..")
                .layer("maven")
                .definedBy(ROOT + "maven..")
                .layer("ci")
                .definedBy(ROOT + "ci..")
                .layer("outputs")
                .definedBy(ROOT + "outputs..")
                .layer("layout")
                .definedBy(ROOT + "layout..")
                .layer("gzip")
                .definedBy(ROOT + "gzip..")
                .layer("digest")
                .definedBy(ROOT + "digest..")
                .layer("store")
                .definedBy(ROOT + "store")
                .layer("s3")
                .definedBy(ROOT + "store.s3..")
                .layer("publish")
                .definedBy(ROOT + "publish..")
                .layer("report")
                .definedBy(ROOT + "report..")
                .whereLayer("maven")
                .mayOnlyAccessLayers("ci", "outputs", "layout", "gzip", "digest", "store", "s3", "publish", "report")
                .whereLayer("ci")
                .mayNotAccessAnyLayer()
                .whereLayer("outputs")
                .mayNotAccessAnyLayer()
                .whereLayer("layout")
                .mayOnlyAccessLayers("ci")
                .whereLayer("gzip")
                .mayNotAccessAnyLayer()
                .whereLayer("digest")
                .mayNotAccessAnyLayer()
                .whereLayer("store")
                .mayOnlyAccessLayers("digest", "layout")
                .whereLayer("s3")
                .mayOnlyAccessLayers("store", "digest", "layout")
                .whereLayer("publish")
                .mayOnlyAccessLayers("ci", "outputs", "layout", "gzip", "digest", "store")
                .whereLayer("report")
                .mayOnlyAccessLayers("publish", "outputs", "layout", "digest")
                .check(CLASSES);
    }

    @Test
    void noRoomIsPartOfACycle() {
        SlicesRuleDefinition.slices()
                .matching(ROOT + "(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void onlyOneRoomKnowsMaven() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "maven..", ROOT + "artifact_publisher_maven_plugin..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.maven..")
                .check(CLASSES);
    }

    @Test
    void onlyOneRoomKnowsTheAwsSdk() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "store.s3..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk..")
                .check(CLASSES);
    }
}
