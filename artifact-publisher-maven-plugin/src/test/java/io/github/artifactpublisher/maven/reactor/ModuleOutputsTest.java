package io.github.artifactpublisher.maven.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.maven.TestParameters;
import io.github.artifactpublisher.maven.message.FailureMessages;
import io.github.artifactpublisher.maven.settings.ModuleSettings.Names;
import io.github.artifactpublisher.maven.settings.SelectionSettings;
import io.github.artifactpublisher.maven.settings.SettingException;
import io.github.artifactpublisher.maven.settings.Settings;
import io.github.artifactpublisher.outputs.Output;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules as the plugins that package leave them: with a main artifact, with classified ones only, or with none. */
class ModuleOutputsTest {
    private static final String ADVICE =
            " Run mvn deploy or another phase that packages, and make sure that nothing deletes the artifacts. To exclude the module, set artifacts.skip=true in its POM; to exclude only its artifacts, set artifacts.attached=false.";

    @TempDir
    Path folder;

    private MavenProject project;
    private Path classes;

    @BeforeEach
    void aModule() throws IOException {
        classes = Files.createDirectories(folder.resolve("target/classes"));
        project = module("jar");
    }

    @Test
    void mainAndAttachedArtifactsArePublished() throws IOException {
        project.getArtifact().setFile(file("app-1.0.jar"));
        attach("sources", file("app-1.0-sources.jar"));

        assertThat(names(true)).containsExactly("app-1.0.jar", "app-1.0-sources.jar");
    }

    /** The jar plugin with a classifier: the compiler plugin has given the main artifact the folder of the classes. */
    @Test
    void classifiedArtifactsAloneArePublished() throws IOException {
        Files.writeString(classes.resolve("A.class"), "class");
        project.getArtifact().setFile(classes.toFile());
        attach("linux", file("app-1.0-linux.jar"));

        assertThat(names(true)).containsExactly("app-1.0-linux.jar");
    }

    /** The jar plugin with {@code skipIfEmpty}: a module of tests. */
    @Test
    void attachedArtifactsOfAModuleWithoutClassesArePublished() throws IOException {
        attach("tests", file("app-1.0-tests.jar"));

        assertThat(names(true)).containsExactly("app-1.0-tests.jar");
    }

    @Test
    void aModuleThatHasNothingToPackageAddsNothing() throws IOException {
        assertThat(names(true)).isEmpty();
        Files.delete(classes);
        assertThat(names(true)).isEmpty();
    }

    /** The assembly plugin in an aggregator. */
    @Test
    void attachedArtifactsOfPackagingPomArePublished() throws IOException {
        project = module("pom");
        attach("bin", file("app-1.0-bin.zip"));

        assertThat(names(true)).containsExactly("app-1.0-bin.zip");
        assertThat(names(false)).containsExactly("app-1.0-bin.zip");
    }

    @Test
    void classesThatNothingHasPackagedAreRefused() throws IOException {
        Files.writeString(classes.resolve("A.class"), "class");

        assertRefused(
                true,
                "The module app has no main artifact and no attached artifact: no plugin has packaged " + classes);
    }

    /** A module can attach a file in an early phase, before it makes the others. */
    @Test
    void aRunThatEndsBeforeThePhasePackageIsRefused() throws IOException {
        assertRefused(false, "The module app has no main artifact: the phase package has not run");
        attach("notes", file("notes.txt"));
        assertRefused(false, "The module app has no main artifact: the phase package has not run");
        project.getArtifact().setFile(classes.toFile());
        assertRefused(false, "The module app has no main artifact: the phase package has not run");
    }

    @Test
    void aMainArtifactThatWasDeletedIsRefusedWhateverIsAttached() throws IOException {
        Path gone = folder.resolve("target/app-1.0.jar");
        project.getArtifact().setFile(gone.toFile());
        attach("sources", file("app-1.0-sources.jar"));

        assertRefused(
                true, "The module app has the artifact com.acme:app:jar:1.0, whose file " + gone + " does not exist");
    }

    @Test
    void anAttachedFolderIsRefused() throws IOException {
        project.getArtifact().setFile(file("app-1.0.jar"));
        attach("linux", folder.toFile());

        assertRefused(
                true,
                "The module app has the artifact com.acme:app:jar:linux:1.0, whose file " + folder + " is a folder");
    }

    @Test
    void anAttachedArtifactThatWasDeletedIsRefused() throws IOException {
        project.getArtifact().setFile(file("app-1.0.jar"));
        attach("linux", folder.resolve("gone").toFile());
        assertRefused(
                true,
                "The module app has the artifact com.acme:app:jar:linux:1.0, whose file " + folder.resolve("gone")
                        + " does not exist");
    }

    @Test
    void anAttachedArtifactWithoutAFileIsRefused() {
        attach("linux", null);

        assertRefused(true, "The module app has the artifact com.acme:app:jar:linux:1.0, which has no file");
    }

    /** Maven 4 attaches the POM for consumers to every module: it is no artifact of a plugin. */
    @Test
    void theConsumerPomIsNoAttachedArtifact() throws IOException {
        Files.writeString(classes.resolve("A.class"), "class");
        attach("consumer", "pom", file("consumer.pom"));

        assertRefused(
                true,
                "The module app has no main artifact and no attached artifact: no plugin has packaged " + classes);
    }

    private void assertRefused(boolean packaged, String reason) {
        assertThatThrownBy(() -> names(packaged))
                .isInstanceOfSatisfying(
                        SettingException.class,
                        e -> assertThat(FailureMessages.of(e)).contains(reason + "." + ADVICE));
    }

    private List<String> names(boolean packaged) {
        SelectionSettings selection = new SelectionSettings(new Settings(TestParameters.none(), Map.of()));
        return new ModuleOutputs(Names.FILE, selection, folder, packaged)
                .of(project).stream().map(Output::name).toList();
    }

    private File file(String name) throws IOException {
        return Files.writeString(folder.resolve("target").resolve(name), name).toFile();
    }

    private void attach(String classifier, File file) {
        attach(classifier, "jar", file);
    }

    private void attach(String classifier, String type, File file) {
        Artifact artifact = artifact(classifier, type);
        artifact.setFile(file);
        project.addAttachedArtifact(artifact);
    }

    private MavenProject module(String packaging) {
        Model model = new Model();
        model.setGroupId("com.acme");
        model.setArtifactId("app");
        model.setVersion("1.0");
        model.setPackaging(packaging);
        model.setBuild(new Build());
        model.getBuild().setOutputDirectory(classes.toString());
        MavenProject module = new MavenProject(model);
        module.setFile(folder.resolve("pom.xml").toFile());
        module.setArtifact(artifact(null, packaging));
        return module;
    }

    private static Artifact artifact(String classifier, String type) {
        return new DefaultArtifact(
                "com.acme", "app", "1.0", "compile", type, classifier, new DefaultArtifactHandler(type));
    }
}
