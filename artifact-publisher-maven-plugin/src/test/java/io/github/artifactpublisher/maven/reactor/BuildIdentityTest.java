package io.github.artifactpublisher.maven.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.ci.CiBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions of Maven in real repositories. */
class BuildIdentityTest {
    @TempDir
    Path root;

    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();

    @BeforeEach
    void makeARepository() throws Exception {
        git("init", "-q", "-b", "main");
        git("remote", "add", "origin", "https://git.example/acme/app.git");
        commit();
    }

    /** A module may commit something, or be built by another copy of the session, as with -T. */
    @Test
    void allModulesOfASessionHaveOneIdentity() throws Exception {
        CiBuild first = new BuildIdentity(session(request)).build(Map.of());
        commit();
        git("checkout", "-q", "-b", "other");

        assertThat(new BuildIdentity(session(request)).build(Map.of())).isEqualTo(first);
        CiBuild later = new BuildIdentity(session(new DefaultMavenExecutionRequest())).build(Map.of());
        assertThat(later.commit()).isNotEqualTo(first.commit());
        assertThat(later.branch().orElseThrow().value().value()).isEqualTo("other");
    }

    @Test
    void theFilesOfTheServerAreReadOnce() throws Exception {
        Path event = Files.writeString(root.resolve("event.json"), "{\"pull_request\": {\"number\": 5}}");
        Map<String, String> environment = Map.of(
                "GITHUB_ACTIONS", "true",
                "GITHUB_REPOSITORY", "acme/app",
                "GITHUB_EVENT_NAME", "pull_request",
                "GITHUB_EVENT_PATH", event.toString());
        CiBuild first = new BuildIdentity(session(request)).build(environment);
        Files.delete(event);

        assertThat(new BuildIdentity(session(request)).build(environment)).isEqualTo(first);
    }

    /** Values of the JDK alone pass from one copy of our classes to another. */
    @Test
    void theSessionKeepsNothingOfOurs() {
        new BuildIdentity(session(request)).build(Map.of());

        List<Object> kept = new ArrayList<>(request.getData().values());
        while (!kept.isEmpty()) {
            Object value = kept.remove(0);
            assertThat(value.getClass().getClassLoader())
                    .as("class loader of %s", value.getClass())
                    .isNull();
            if (value instanceof Map<?, ?> map) {
                kept.addAll(map.values());
            } else if (value instanceof Optional<?> optional) {
                optional.ifPresent(kept::add);
            }
        }
    }

    @Test
    void aLineOfTheWholeBuildIsNewOnce() {
        assertThat(new BuildIdentity(session(request)).isNew("x")).isTrue();
        assertThat(new BuildIdentity(session(request)).isNew("x")).isFalse();
        assertThat(new BuildIdentity(session(request)).isNew("y")).isTrue();
    }

    private MavenSession session(MavenExecutionRequest of) {
        of.setBaseDirectory(root.toFile());
        return newSession(of);
    }

    @SuppressWarnings("deprecation")
    private static MavenSession newSession(MavenExecutionRequest request) {
        return new MavenSession(null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult());
    }

    private void commit() throws Exception {
        git("-c", "user.name=Test", "-c", "user.email=test@git.example", "commit", "-q", "--allow-empty", "-m", "work");
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        new HashMap<>(builder.environment())
                .keySet().stream().filter(name -> name.startsWith("GIT_")).forEach(builder.environment()::remove);
        assertThat(builder.start().waitFor()).as("git %s", List.of(arguments)).isZero();
    }
}
