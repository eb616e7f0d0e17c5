package io.github.artifactpublisher.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.artifactpublisher.layout.KeyException;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.Target;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.plan.PlanException.Fault;
import io.github.artifactpublisher.publish.TestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans that are refused before the first upload. */
class PlanTest {
    private static final List<Target> TARGETS = TestOptions.targets(new KeyPrefix("artifacts/acme/app/main"));

    @TempDir
    Path folder;

    @Test
    void objectsAreSortedByName() throws IOException {
        Plan plan = Plan.of(
                TARGETS, TestOptions.PLAN, List.of(output("b/one", "b"), output("a/two", "a"), output("c/three", "C")));

        assertThat(plan.objects()).extracting(PlannedObject::name).containsExactly("C.gz", "a.gz", "b.gz");
        assertThat(plan.totalSize()).isEqualTo(3);
    }

    @Test
    void twoFilesOfOneNameAreBothNamed() throws IOException {
        Output one = output("one/app.jar", "app.jar");
        Output two = output("two/app.jar", "app.jar");

        PlanException failure = fault(List.of(one, two));

        assertThat(failure.fault()).isEqualTo(Fault.SAME_NAME);
        assertThat(failure.files()).containsExactly(one.file(), two.file());
    }

    @Test
    void aFileAndItsCompressedTwinCollide() throws IOException {
        Output plain = output("app.tar", "app.tar");
        Path gz = Files.write(folder.resolve("app.tar.gz"), new byte[] {0x1f, (byte) 0x8b});

        PlanException failure = fault(List.of(plain, Output.of(gz, "app.tar.gz", Optional.empty())));

        assertThat(failure.fault()).isEqualTo(Fault.SAME_NAME);
        assertThat(failure.name()).isEqualTo("app.tar.gz");
    }

    @Test
    void aFolderIsNoFile() throws IOException {
        Output classes = Output.of(Files.createDirectory(folder.resolve("classes")), "classes", Optional.empty());

        assertThat(fault(List.of(classes)).fault()).isEqualTo(Fault.NO_REGULAR_FILE);
    }

    @Test
    void anIllegalNameIsRefusedForEveryTarget() throws IOException {
        Output output = output("x", "../x");

        assertThat(catchThrowableOfType(KeyException.class, () -> Plan.of(TARGETS, TestOptions.PLAN, List.of(output))))
                .hasMessageContaining("'..'");
    }

    private PlanException fault(List<Output> outputs) {
        return catchThrowableOfType(PlanException.class, () -> Plan.of(TARGETS, TestOptions.PLAN, outputs));
    }

    private Output output(String path, String name) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Output.of(Files.writeString(file, "x"), name, Optional.empty());
    }
}
