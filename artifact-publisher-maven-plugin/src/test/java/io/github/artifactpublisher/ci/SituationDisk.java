package io.github.artifactpublisher.ci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Puts situations on the disk, below a directory. */
final class SituationDisk {
    /** How {@link Situation} spells TeamCity's directory, and how a properties file does. */
    private static final String AGENT = "C:/agent/";

    private static final String AGENT_IN_PROPERTIES = "C\\:\\\\agent\\\\";

    private final Path directory;
    private final Map<KnownGit, Path> workingCopies = new HashMap<>();

    SituationDisk(Path directory) {
        this.directory = directory;
    }

    SituationOnDisk put(Situation situation) throws IOException {
        Path files = Files.createTempDirectory(directory, "files");
        SituationOnDisk onDisk = new SituationOnDisk(situation, new LinkedHashMap<>(), workingCopy(situation.git()));
        for (Map.Entry<String, String> file : situation.files().entrySet()) {
            Files.writeString(
                    files.resolve(fileName(file.getKey())),
                    onDisk.withRealHead(file.getValue()).replace(AGENT_IN_PROPERTIES, slashed(files) + "/"));
        }
        situation
                .environment()
                .forEach((name, value) -> onDisk.environment()
                        .put(
                                name,
                                isFile(value) ? slashed(files) + "/" + fileName(value) : onDisk.withRealHead(value)));
        return onDisk;
    }

    /** Also the paths of missing files: a test must not read files of this machine. */
    private static boolean isFile(String value) {
        return value.equals("/event.json") || value.startsWith(AGENT);
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    private Path workingCopy(KnownGit git) throws IOException {
        Path known = workingCopies.get(git);
        if (known != null) {
            return known;
        }
        Path made = Files.createTempDirectory(directory, "git");
        if (git.headCommit().isPresent()) {
            make(git, made);
        }
        workingCopies.put(git, made);
        return made;
    }

    /** Git's answers are as expected, except the commit id, which {@link SituationOnDisk} puts into variables. */
    private void make(KnownGit git, Path made) throws IOException {
        Program program = new Program(made, gitEnvironment(git));
        program.run("git", "init", "-q");
        program.run("git", "checkout", "-q", "-b", git.branch().orElse("unnamed"));
        program.run("git", "commit", "-q", "--allow-empty", "-m", "work");
        program.run("git", "remote", "add", "origin", git.remoteUrl().orElseThrow());
        Optional<String> tag = git.exactTag();
        if (tag.isPresent()) {
            program.run("git", "tag", tag.get());
        }
        if (git.branch().isEmpty()) {
            program.run("git", "checkout", "-q", "--detach");
            program.run("git", "branch", "-q", "-D", "unnamed");
        }
    }

    /** Nothing of the machine's configuration matters. */
    private Map<String, String> gitEnvironment(KnownGit git) throws IOException {
        Path configuration = directory.resolve("gitconfig");
        Files.writeString(configuration, "[user]\nname = Test\nemail = test@git.example\n");
        String time = git.commitTime().orElseThrow().toString();
        return Map.of(
                "GIT_CONFIG_NOSYSTEM",
                "1",
                "GIT_CONFIG_GLOBAL",
                configuration.toString(),
                "GIT_AUTHOR_DATE",
                time,
                "GIT_COMMITTER_DATE",
                time);
    }
}
