package io.github.artifactpublisher.maven.reactor;

import io.github.artifactpublisher.ci.BuildRef;
import io.github.artifactpublisher.ci.CiBuild;
import io.github.artifactpublisher.ci.CiDetection;
import io.github.artifactpublisher.ci.CiFiles;
import io.github.artifactpublisher.git.GitCommand;
import io.github.artifactpublisher.git.GitView;
import io.github.artifactpublisher.maven.message.HeadMismatchException;
import io.github.artifactpublisher.maven.message.UntrustedTriggerException;
import io.github.artifactpublisher.maven.settings.PublishSettingsReader;
import io.github.artifactpublisher.maven.settings.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * Detects the build from the CI server and from git in the root of the reactor, once per session. So all modules have
 * one identity, also those in git submodules. The session keeps only values of the JDK, because a module with a build
 * extension has another copy of these classes. Thread-safe, because {@code mvn -T} runs modules in parallel.
 */
public final class BuildIdentity {
    private static final String ANSWERS = "io.github.artifactpublisher.answers";

    private final Path root;
    private final MavenSession session;
    private final Map<String, Object> answers;

    /** Creates the identity for a session. */
    public BuildIdentity(MavenSession session) {
        this.root =
                Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
        this.session = session;
        this.answers = answers(session);
    }

    /**
     * Returns the build.
     *
     * @throws io.github.artifactpublisher.ci.CiValueException if a value is malformed
     */
    public CiBuild build(Map<String, String> environment) {
        return CiDetection.detect(environment, git(), CiFiles.cached(CiFiles.onDisk(), answers));
    }

    /**
     * Returns the reader of the settings of the set that a module publishes.
     *
     * @param build the build, as {@link #build} returns it
     * @param tools names and versions of the programs, for the manifest
     */
    public PublishSettingsReader reader(
            MavenProject project,
            Settings settings,
            Map<String, String> environment,
            CiBuild build,
            Map<String, String> tools) {
        return new PublishSettingsReader(
                settings,
                environment,
                build,
                tools,
                ModuleOutputs.coordinates(project.getArtifact()),
                session.getStartTime().toInstant());
    }

    /** Returns the folder in which the build was started. */
    public Path root() {
        return root;
    }

    /**
     * Returns the name of the set, or the reason why the build is not published.
     *
     * @return {@link BuildRef.Published} or {@link BuildRef.Skipped}
     * @throws UntrustedTriggerException if the trigger of the build must be named as trusted
     * @throws HeadMismatchException if git contradicts the CI server, and the user has not set the branch
     */
    public static BuildRef ref(PublishSettingsReader reader) {
        BuildRef ref = reader.targets().ref();
        if (ref instanceof BuildRef.Refused refused) {
            throw new UntrustedTriggerException(refused.trigger());
        } else if (ref instanceof BuildRef.Contradicted contradicted) {
            throw new HeadMismatchException(contradicted.mismatch());
        }
        return ref;
    }

    /** Returns the check for uncommitted changes. */
    UncommittedChanges changes(Log log) {
        return new UncommittedChanges(log, answers, git());
    }

    private GitView git() {
        return new GitCommand(root, answers);
    }

    /** Returns whether a line about the whole build was not logged before. From then on it counts as logged. */
    public boolean isNew(String line) {
        synchronized (answers) {
            return answers.putIfAbsent("line " + line, true) == null;
        }
    }

    /** The key is a string, because a type of another copy of these classes would not be equal. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> answers(MavenSession session) {
        synchronized (session.getRequest()) {
            return (Map<String, Object>)
                    session.getRequest().getData().computeIfAbsent(ANSWERS, key -> new HashMap<String, Object>());
        }
    }
}
