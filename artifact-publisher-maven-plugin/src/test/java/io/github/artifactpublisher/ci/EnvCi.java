package io.github.artifactpublisher.ci;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;

/**
 * The npm package env-ci, the best known one of its kind, as an oracle. Its version is pinned: its errors are known.
 */
final class EnvCi {
    /** The newest that the node of an ordinary machine (18.17, 20.6.1 or later) runs. */
    static final String VERSION = "11.2.0";

    private static final boolean IS_WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    private static final String NPM = IS_WINDOWS ? "npm.cmd" : "npm";
    private static final String SCRIPT = "ask-env-ci.mjs";

    private final Path directory;

    EnvCi(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    /** Whether node and npm are on the PATH. */
    static boolean canRun() {
        Program program = new Program(Path.of("").toAbsolutePath(), Map.of());
        return program.exists("node", "--version") && program.exists(NPM, "--version");
    }

    /** Needs the network once. Without scripts, because env-ci has none and its dependencies need none. */
    void install() throws IOException {
        Files.createDirectories(directory);
        if (!isInstalled()) {
            program()
                    .run(
                            NPM,
                            "install",
                            "--no-save",
                            "--no-package-lock",
                            "--no-audit",
                            "--no-fund",
                            "--ignore-scripts",
                            "--prefix",
                            directory.toString(),
                            "env-ci@" + VERSION);
        }
        try (InputStream script = Objects.requireNonNull(EnvCi.class.getResourceAsStream(SCRIPT))) {
            Files.copy(script, directory.resolve(SCRIPT), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Its answer for each, in the same order. */
    List<EnvCiAnswer> answers(List<SituationOnDisk> situations) throws IOException {
        Path questions = directory.resolve("questions.json");
        Files.writeString(
                questions,
                new Gson().toJson(situations.stream().map(EnvCi::question).toList()));
        String answers = program().run("node", SCRIPT, questions.toString());
        return StreamSupport.stream(
                        JsonParser.parseString(answers).getAsJsonArray().spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .map(EnvCiAnswer::of)
                .toList();
    }

    private static Map<String, Object> question(SituationOnDisk situation) {
        return Map.of(
                "environment",
                situation.environment(),
                "directory",
                situation.workingCopy().toString());
    }

    private boolean isInstalled() throws IOException {
        Path description = directory.resolve("node_modules/env-ci/package.json");
        return Files.exists(description)
                && JsonParser.parseString(Files.readString(description))
                        .getAsJsonObject()
                        .get("version")
                        .getAsString()
                        .equals(VERSION);
    }

    private Program program() {
        return new Program(directory, Map.of());
    }
}
