package io.github.artifactpublisher.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PomEditTest {
    private static final String NEW_PARENT = "<parent><groupId>n</groupId><artifactId>new</artifactId></parent>";

    @TempDir
    private Path folder;

    private Path project;

    @BeforeEach
    void writeProject() throws IOException {
        project = pom(
                "project.xml",
                "<parent><groupId>o</groupId><artifactId>old</artifactId><version>1</version></parent>"
                        + "<artifactId>app</artifactId><properties><mine>1</mine></properties>");
    }

    @Test
    void replacesTheParentAndAddsMissingElements() throws Exception {
        edit("<groupId>o</groupId><artifactId>app</artifactId><properties><added>2</added></properties>")
                .applyTo(project, "o:old:1");

        Model edited = new MavenXpp3Reader().read(Files.newBufferedReader(project));
        assertThat(edited.getParent().getArtifactId()).isEqualTo("new");
        assertThat(edited.getGroupId()).isEqualTo("o");
        assertThat(edited.getProperties()).containsEntry("mine", "1").containsEntry("added", "2");
    }

    @Test
    void rejectsAnotherParentAnotherProjectAndExistingElements() throws IOException {
        assertThatThrownBy(() -> edit("").applyTo(project, "o:old:2"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the parent of");
        assertThatThrownBy(() -> edit("<artifactId>other</artifactId>").applyTo(project, "o:old:1"))
                .hasMessageContaining("artifactId");
        assertThatThrownBy(() -> edit("<properties><mine>2</mine></properties>").applyTo(project, "o:old:1"))
                .hasMessageContaining("<mine> of the project");
    }

    private PomEdit edit(String content) throws IOException {
        return PomEdit.read(pom("edit.xml", NEW_PARENT + content));
    }

    private Path pom(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), "<project>" + content + "</project>");
    }
}
