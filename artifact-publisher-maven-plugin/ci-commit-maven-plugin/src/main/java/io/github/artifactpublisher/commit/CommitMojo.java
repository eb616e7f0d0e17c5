package io.github.artifactpublisher.commit;

import io.github.artifactpublisher.commit.GitHead.UnknownCommitException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.inject.Inject;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Sets the properties of the commit that is built and writes them into {@code git.properties} on the class path. The
 * commit is HEAD of the git working copy that the module is in. Git is asked once per working copy and build.
 *
 * <p>Properties: {@code git.commit.id.full}, {@code git.commit.id.abbrev} and {@code git.commit.time}, not set if the
 * commit is unknown; {@code ci.commit.id}, then {@code unknown}; {@code ci.commit.time}, then {@code ci.build.time};
 * {@code ci.fatJar.skip}, {@code true} in a module of packaging {@code pom}, which has no jar.
 *
 * @since 1.0.0
 */
@Mojo(name = "commit", defaultPhase = LifecyclePhase.INITIALIZE, threadSafe = true)
public final class CommitMojo extends AbstractMojo {
    private final MavenSession session;
    private final MavenProject project;

    /** {@code false} leaves the commit unknown and writes no file. */
    @Parameter(defaultValue = "true")
    boolean git;

    /** The value of {@code ci.commit.time} if the commit is unknown, as in {@code 2026-01-01T00:00:00Z}. */
    @Parameter(defaultValue = "2026-01-01T00:00:00Z")
    String defaultTime;

    @Inject
    CommitMojo(MavenSession session, MavenProject project) {
        this.session = session;
        this.project = project;
    }

    @Override
    public void execute() throws MojoExecutionException {
        Map<String, String> properties = GitProperties.of(git ? commit() : Optional.empty());
        Properties target = project.getProperties();
        properties.forEach(target::setProperty);
        setIfAbsent(target, "ci.commit.id", target.getProperty(GitProperties.ID, "unknown"));
        setIfAbsent(target, "ci.commit.time", target.getProperty(GitProperties.TIME, defaultTime));
        target.setProperty(
                "ci.fatJar.skip", String.valueOf(project.getPackaging().equals("pom")));
        if (git) {
            write(properties);
        }
    }

    /** The properties of Maven 4 pass on setProperty, but not putIfAbsent. */
    private static void setIfAbsent(Properties target, String name, String value) {
        if (target.getProperty(name) == null) {
            target.setProperty(name, value);
        }
    }

    private void write(Map<String, String> properties) throws MojoExecutionException {
        Path file = Path.of(project.getBuild().getOutputDirectory(), "git.properties");
        try {
            GitProperties.write(properties, file);
        } catch (IOException failure) {
            throw new MojoExecutionException("Cannot write " + file + ": " + failure.getMessage(), failure);
        }
    }

    private Optional<Commit> commit() {
        return GitHead.workingCopy(project.getBasedir().toPath()).flatMap(this::commitOf);
    }

    /**
     * Asks git once per build. The request lives as long as the build, other than the class or the JVM of a Maven
     * daemon. It holds only types of the JDK, because Maven loads these classes again for a module with a build
     * extension.
     */
    @SuppressWarnings("unchecked")
    private Optional<Commit> commitOf(Path workingCopy) {
        MavenExecutionRequest request = session.getRequest();
        // The lock that the publisher takes as well, which keeps its values in the same map.
        synchronized (request) {
            Map<Path, Optional<List<String>>> commits = (Map<Path, Optional<List<String>>>)
                    request.getData().computeIfAbsent(CommitMojo.class.getName(), first -> new HashMap<>());
            return commits.computeIfAbsent(workingCopy, folder -> ask(folder).map(Commit::parts))
                    .map(Commit::ofParts);
        }
    }

    private Optional<Commit> ask(Path workingCopy) {
        try {
            return Optional.of(new GitHead("git").read(workingCopy));
        } catch (UnknownCommitException unknown) {
            getLog().warn("The manifests of the jars have \"Git-Commit: unknown\", because in " + workingCopy + " "
                    + unknown.getMessage() + ", or set ci.commit.phase to none.");
            return Optional.empty();
        }
    }
}
