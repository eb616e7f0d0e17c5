package io.github.artifactpublisher.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.testing.PublishedSet;
import io.github.artifactpublisher.testing.S3Server;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.BuildFailure;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Server;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goals of modules that have copies of the plugin's classes of their own, as Maven gives them to a module with a build
 * extension and to one that gives the plugin other dependencies. The copies are real, and so is the server.
 */
class ClassRealmsTest {
    @TempDir
    Path root;

    private final List<String> ended = new ArrayList<>();
    private String version = "1.0.0";
    private S3Server server;
    private MavenProject one;
    private MavenProject two;
    private MavenProject three;
    private MavenSession session;

    @BeforeEach
    void aReactorOfThree() throws IOException {
        server = S3Server.start(root.resolve("s3")).createBucket("builds");
        one = module("one");
        two = module("two");
        three = module("three");
        session = session(one, two, three);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void modulesOfTwoCopiesAreOneSet() throws Exception {
        ClassLoader other = copy();
        run("Publish", getClass().getClassLoader(), one, Map.of());
        run("Publish", other, two, Map.of());
        run("Publish", getClass().getClassLoader(), three, Map.of());
        end();

        assertThat(session.getResult().getExceptions()).isEmpty();
        assertThat(published("main/").assertComplete().names())
                .containsExactlyInAnyOrder("one.txt", "two.txt", "three.txt");
    }

    /** The root is built first, and it may be the one with the extension. */
    @Test
    void whicheverCopyIsFirst() throws Exception {
        run("Publish", copy(), one, Map.of());
        run("Publish", copy(), two, Map.of());
        run("Publish", getClass().getClassLoader(), three, Map.of());
        end();

        assertThat(session.getResult().getExceptions()).isEmpty();
        assertThat(published("main/").assertComplete().names())
                .containsExactlyInAnyOrder("one.txt", "two.txt", "three.txt");
    }

    @Test
    void eachModuleCanBeASetOfItsOwn() throws Exception {
        Map<String, Object> perModule = Map.of("perModule", "true");
        run("Publish", getClass().getClassLoader(), one, perModule);
        run("Publish", copy(), two, perModule);

        assertThat(published("main/two/").assertComplete().names()).containsExactly("two.txt");
    }

    @Test
    void whatIsSelectedInThePomPassesToo() throws Exception {
        Files.writeString(root.resolve("two/notes.md"), "notes");
        ClassLoader other = copy();
        Object selection =
                other.loadClass(FileSelection.class.getName()).getConstructor().newInstance();
        set(selection, "includes", List.of("*.md"));
        run("Publish", getClass().getClassLoader(), one, Map.of());
        run("Publish", other, two, Map.of("selections", List.of(selection)));
        run("Publish", getClass().getClassLoader(), three, Map.of());
        end();

        assertThat(published("main/").assertComplete().names())
                .containsExactlyInAnyOrder("one.txt", "two.txt", "two/notes.md", "three.txt");
    }

    @Test
    void whatIsWrongInAModuleWithItsOwnCopyIsASentence() throws Exception {
        run("Publish", getClass().getClassLoader(), one, Map.of());

        assertThatThrownBy(() -> run("Publish", copy(), two, Map.of("layout", "sideways")))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("artifacts.layout is 'sideways', which is neither");
    }

    /** Two versions in one build would each wait for the end and publish a part as if it were all. */
    @Test
    void twoVersionsOfThePluginAreRefused() throws Exception {
        run("Publish", getClass().getClassLoader(), one, Map.of());
        version = "1.1.0";

        assertThatThrownBy(() -> run("Publish", copy(), two, Map.of()))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("The module two has artifact-publisher-maven-plugin 1.1.0, and a module before it has"
                        + " 1.0.0. Give all modules one version of the plugin, in <pluginManagement> of the root POM.");
    }

    @Test
    void thePlanShowsModulesOfTwoCopies() throws Exception {
        Path plan = root.resolve("plan.json");
        Map<String, Object> toFile = Map.of("planFormat", "json", "planFile", plan.toFile());
        run("Plan", getClass().getClassLoader(), one, toFile);
        run("Plan", copy(), two, toFile);
        end();

        assertThat(plan).content().contains("main/one.txt.gz", "main/two.txt.gz");
    }

    /** Each copy would put a listener there, and both would publish the reports. */
    @Test
    void theReportsOfAFailedBuildArePublishedOnce() throws Exception {
        Map<String, Object> reports = Map.of("onFailure", "reports");
        Files.writeString(root.resolve("one/target/test.log"), "one");
        Files.writeString(root.resolve("two/target/test.log"), "two");
        run("Watch", getClass().getClassLoader(), one, reports);
        run("Watch", copy(), two, reports);
        session.getResult().addBuildSummary(new BuildFailure(two, 1, new MojoFailureException("tests")));
        session.getResult().addException(new MojoFailureException("tests"));
        end();

        List<String> manifests = published("main/failed/").keys().stream()
                .filter(key -> key.endsWith("/manifest.json"))
                .toList();
        assertThat(manifests).hasSize(1);
        assertThat(published(manifests.get(0).replaceAll(".*(main/failed/.*/).*", "$1"))
                        .assertComplete()
                        .names())
                .containsExactlyInAnyOrder("one/target/test.log", "two/target/test.log");
        assertThat(ended).containsExactly("maven");
    }

    private PublishedSet published(String prefix) {
        return PublishedSet.in(server.client(), "builds", "artifacts/acme/app/" + prefix);
    }

    /** What Maven does when it comes to the goal in a module; the loader of the thread is then that of the mojo. */
    private void run(String goal, ClassLoader copy, MavenProject module, Map<String, Object> parameters)
            throws Exception {
        Class<?> type = copy.loadClass("io.github.artifactpublisher.maven." + goal + "Mojo");
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        List<Object> arguments = List.of(session, module, execution(goal), new PlainDecrypter());
        Mojo mojo = (Mojo) constructor.newInstance(
                arguments.subList(0, constructor.getParameterCount()).toArray());
        Map<String, Object> all = new HashMap<>(Map.of(
                "bucket", "builds",
                "slug", "acme/app",
                "branch", "main",
                "region", "eu-central-1",
                "endpoint", server.endpoint().toString(),
                "pathStyle", "true",
                "serverId", "s3"));
        all.putAll(parameters);
        for (Map.Entry<String, Object> parameter : all.entrySet()) {
            set(mojo, parameter.getKey(), parameter.getValue());
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(copy);
        try {
            mojo.execute();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void set(Object object, String name, Object value) throws IllegalAccessException {
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    field.set(object, value);
                    return;
                }
            }
        }
        throw new IllegalArgumentException(name);
    }

    private void end() {
        session.getRequest().getExecutionListener().sessionEnded(event());
    }

    /** A copy of the plugin's classes; all others are shared. */
    private static ClassLoader copy() {
        URL classes = PublishMojo.class.getProtectionDomain().getCodeSource().getLocation();
        return new URLClassLoader(new URL[] {classes}, ClassRealmsTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                synchronized (getClassLoadingLock(name)) {
                    Class<?> loaded = findLoadedClass(name);
                    boolean ours = name.startsWith("io.github.artifactpublisher.");
                    return loaded != null ? loaded : ours ? findClass(name) : super.loadClass(name, resolve);
                }
            }
        };
    }

    private MojoExecution execution(String goal) {
        PluginDescriptor descriptor = new PluginDescriptor();
        descriptor.setGroupId("io.github.artifactpublisher");
        descriptor.setArtifactId("artifact-publisher-maven-plugin");
        descriptor.setVersion(version);
        Plugin plugin = new Plugin();
        plugin.setGroupId(descriptor.getGroupId());
        plugin.setArtifactId(descriptor.getArtifactId());
        plugin.setVersion(descriptor.getVersion());
        descriptor.setPlugin(plugin);
        MojoDescriptor mojo = new MojoDescriptor();
        mojo.setPluginDescriptor(descriptor);
        mojo.setGoal(goal.toLowerCase(Locale.ROOT));
        MojoExecution execution = new MojoExecution(mojo, "default", MojoExecution.Source.LIFECYCLE);
        execution.setLifecyclePhase("deploy");
        return execution;
    }

    private MavenProject module(String name) throws IOException {
        Path target = Files.createDirectories(root.resolve(name + "/target"));
        Model model = new Model();
        model.setGroupId("com.acme");
        model.setArtifactId(name);
        model.setVersion("1.0");
        model.setBuild(new Build());
        model.getBuild().setDirectory(target.toString());
        MavenProject project = new MavenProject(model);
        project.setFile(root.resolve(name + "/pom.xml").toFile());
        project.setArtifact(new DefaultArtifact(
                "com.acme", name, "1.0", "compile", "txt", null, new DefaultArtifactHandler("txt")));
        project.getArtifact()
                .setFile(Files.writeString(target.resolve(name + ".txt"), name).toFile());
        return project;
    }

    /** Maven deprecates all constructors of its session: they are for itself and for tests. */
    @SuppressWarnings("deprecation")
    private MavenSession session(MavenProject... modules) {
        MavenSession made = new MavenSession(
                null,
                new DefaultRepositorySystemSession(),
                new DefaultMavenExecutionRequest()
                        .setStartTime(Date.from(Instant.now().minusSeconds(60)))
                        .setBaseDirectory(root.toFile())
                        .setExecutionListener(new AbstractExecutionListener() {
                            @Override
                            public void sessionEnded(ExecutionEvent event) {
                                ended.add("maven");
                            }
                        }),
                new DefaultMavenExecutionResult());
        made.setProjects(Arrays.asList(modules));
        made.setAllProjects(Arrays.asList(modules));
        Server credentials = new Server();
        credentials.setId("s3");
        credentials.setUsername(S3Server.ACCESS_KEY);
        credentials.setPassword(S3Server.SECRET_KEY);
        made.getRequest().addServer(credentials);
        return made;
    }

    private ExecutionEvent event() {
        return (ExecutionEvent) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ExecutionEvent.class},
                (proxy, method, arguments) -> method.getName().equals("getSession") ? session : null);
    }
}
