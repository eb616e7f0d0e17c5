package io.github.artifactpublisher.ci;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.artifactpublisher.git.GitView;
import io.github.artifactpublisher.text.Sourced;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The inputs of the detection: environment, git, and files, each read once. Not thread-safe. */
final class DetectionInputs {
    private final Map<String, String> environment;
    private final GitView git;
    private final CiFiles files;
    private Optional<JsonElement> event = Optional.empty();
    private Optional<Properties> properties = Optional.empty();

    DetectionInputs(Map<String, String> environment, GitView git, CiFiles files) {
        this.environment = environment;
        this.git = git;
        this.files = files;
    }

    GitView git() {
        return git;
    }

    /** The value of a variable; empty if it is blank. On Windows some agents write all names in upper case. */
    Optional<Sourced<String>> variable(String name) {
        return exactVariable(name).or(() -> exactVariable(name.toUpperCase(Locale.ROOT)));
    }

    private Optional<Sourced<String>> exactVariable(String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(value -> Sourced.of(value, name));
    }

    /** The payload of the webhook, which GitHub, Gitea and Forgejo write to a file; JSON's null if there is none. */
    JsonElement event() {
        if (event.isEmpty()) {
            event = Optional.of(
                    file("GITHUB_EVENT_PATH").map(DetectionInputs::json).orElse(JsonNull.INSTANCE));
        }
        return event.get();
    }

    /** TeamCity's build properties and configuration parameters; empty if they cannot be read. */
    Properties properties() {
        if (properties.isEmpty()) {
            Properties all = new Properties();
            file("TEAMCITY_BUILD_PROPERTIES_FILE").ifPresent(text -> load(all, text));
            Optional.ofNullable(all.getProperty("teamcity.configuration.properties.file"))
                    .flatMap(this::read)
                    .ifPresent(text -> load(all, text));
            properties = Optional.of(all);
        }
        return properties.get();
    }

    private Optional<String> file(String variable) {
        return variable(variable).map(Sourced::value).flatMap(this::read);
    }

    private Optional<String> read(String path) {
        try {
            return files.read(Path.of(path));
        } catch (InvalidPathException unreadable) {
            return Optional.empty();
        }
    }

    private static JsonElement json(String text) {
        try {
            return JsonParser.parseString(text);
        } catch (JsonParseException cut) {
            return JsonNull.INSTANCE;
        }
    }

    private static void load(Properties all, String text) {
        try {
            all.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException malformedEscape) {
            // The properties before the malformed one are used.
            return;
        }
    }
}
