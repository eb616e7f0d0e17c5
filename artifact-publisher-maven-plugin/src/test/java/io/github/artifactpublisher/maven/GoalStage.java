package io.github.artifactpublisher.maven;

import io.github.artifactpublisher.maven.reactor.GoalCall;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Server;
import org.eclipse.aether.DefaultRepositorySystemSession;

/**
 * Maven's own session, with modules whose main artifact is a file {@code MODULE.txt}, and the goals of the plugin that
 * Maven would run in them. They publish to a server of their own, whose objects are below {@code root}.
 */
public final class GoalStage implements AutoCloseable {
    final Path root;
    final S3Server server;
    public final MavenSession session;
    public final Map<String, MavenProject> modules = new LinkedHashMap<>();
    final List<String> ended = new ArrayList<>();
    String version = "1.0.0";

    public GoalStage(Path root, String... names) throws IOException {
        this.root = root;
        this.server = S3Server.start(Files.createTempDirectory(root, "s3")).createBucket("builds");
        for (String name : names) {
            modules.put(name, module(name));
        }
        this.session = session();
    }

    @Override
    public void close() {
        server.close();
    }

    /** Binds a goal in all modules, as their POM does. */
    public void bind(String goal) {
        for (MavenProject module : modules.values()) {
            Plugin plugin = execution(goal).getPlugin().clone();
            PluginExecution bound = new PluginExecution();
            bound.addGoal(goal);
            plugin.addExecution(bound);
            module.getModel().getBuild().addPlugin(plugin);
        }
    }

    /** Runs a goal with this copy of the classes. */
    public void run(String goal, String module, Map<String, Object> parameters) throws Exception {
        run(goal, GoalStage.class.getClassLoader(), module, parameters);
    }

    PublishedSet published(String prefix) {
        return PublishedSet.in(server.client(), "builds", "artifacts/acme/app/" + prefix);
    }

    /** Runs the goal of a module as Maven does: the context class loader of the thread is that of the mojo. */
    public void run(String goal, ClassLoader copy, String module, Map<String, Object> parameters) throws Exception {
        Class<?> type = copy.loadClass("io.github.artifactpublisher.maven." + goal + "Mojo");
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        List<Object> arguments =
                Arrays.asList(session, modules.get(module), execution(goal), new PlainDecrypter(), null, null);
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

    static void set(Object object, String name, Object value) throws IllegalAccessException {
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

    public void end() {
        session.getRequest().getExecutionListener().sessionEnded(event());
    }

    /** A copy of the plugin's classes; all others are shared. */
    static ClassLoader copy() {
        URL classes = PublishMojo.class.getProtectionDomain().getCodeSource().getLocation();
        return new URLClassLoader(new URL[] {classes}, GoalStage.class.getClassLoader()) {
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

    /** A call of a goal in a module, without parameters. */
    GoalCall call(String goal, String module) {
        return call(goal, module, Map.of(), System.getenv());
    }

    /** A call of a goal in a module. */
    public GoalCall call(String goal, String module, Map<String, Object> configured, Map<String, String> environment) {
        return new GoalCall(
                new SystemStreamLog(),
                session,
                modules.get(module),
                execution(goal),
                new PlainDecrypter(),
                configured,
                environment);
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
    private MavenSession session() {
        MavenSession made = new MavenSession(
                null,
                new DefaultRepositorySystemSession(),
                new DefaultMavenExecutionRequest()
                        .setStartTime(Date.from(Instant.parse("2026-01-02T03:04:05Z")))
                        .setBaseDirectory(root.toFile())
                        .setExecutionListener(new AbstractExecutionListener() {
                            @Override
                            public void sessionEnded(ExecutionEvent event) {
                                ended.add("maven");
                            }
                        }),
                new DefaultMavenExecutionResult());
        made.setProjects(List.copyOf(modules.values()));
        made.setAllProjects(List.copyOf(modules.values()));
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
