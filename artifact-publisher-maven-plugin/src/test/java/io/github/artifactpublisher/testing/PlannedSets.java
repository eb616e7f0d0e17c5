package io.github.artifactpublisher.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The plans that the runs of one story have written, and how they compare with what the runs have published. */
final class PlannedSets {
    /**
     * The values of an object that both a plan and a manifest have. The layout by-build has an id in the key that no
     * plan knows.
     */
    private record Planned(
            String key,
            String name,
            long size,
            String encoding,
            String contentType,
            Optional<String> contentEncoding) {}

    private final List<Path> files;
    private final List<JsonObject> sets = new ArrayList<>();

    private PlannedSets(List<Path> files) {
        this.files = files;
        files.forEach(file -> read(file).getAsJsonArray("sets").forEach(set -> sets.add(set.getAsJsonObject())));
    }

    /**
     * The plans of a story, {@code plans/STORY-NUMBER.json} beside its copy or above.
     *
     * @param story the story's own copy
     */
    static PlannedSets of(Path story) {
        return new PlannedSets(filesOf(story));
    }

    /** Removes the plans that an earlier run of the story has left, perhaps on another Maven. */
    static void delete(Path story) {
        filesOf(story).forEach(PlannedSets::deleteFile);
    }

    /** Asserts that a plan of this prefix has exactly the objects of the manifest there. */
    void assertShow(String bucket, String prefix, JsonObject manifest) {
        String target = "s3://" + bucket + "/" + prefix;
        List<Set<Planned>> plans = sets.stream()
                .filter(set -> set.getAsJsonArray("targets").asList().stream()
                        .anyMatch(address -> address.getAsString().equals(target)))
                .map(set -> planned(set, prefix))
                .toList();
        assertThat(plans)
                .as("plans for %s in %s, of which one is to be the manifest there", target, files)
                .contains(published(manifest, prefix));
    }

    private static Set<Planned> planned(JsonObject set, String prefix) {
        return objects(set)
                .filter(object -> text(object, "key").orElseThrow().startsWith(prefix))
                .map(object -> {
                    JsonObject headers = object.getAsJsonObject("headers");
                    return planned(object, text(headers, "Content-Type"), text(headers, "Content-Encoding"));
                })
                .collect(Collectors.toSet());
    }

    private static Set<Planned> published(JsonObject manifest, String prefix) {
        return objects(manifest)
                .map(object -> planned(object, text(object, "contentType"), text(object, "contentEncoding")))
                .map(object -> new Planned(
                        prefix + object.key().substring(prefix.length()).replaceFirst("^builds/[^/]+/", "builds/{id}/"),
                        object.name(),
                        object.size(),
                        object.encoding(),
                        object.contentType(),
                        object.contentEncoding()))
                .collect(Collectors.toSet());
    }

    private static Planned planned(JsonObject object, Optional<String> contentType, Optional<String> contentEncoding) {
        return new Planned(
                text(object, "key").orElseThrow(),
                text(object, "name").orElseThrow(),
                object.get("size").getAsLong(),
                text(object, "encoding").orElseThrow(),
                contentType.orElseThrow(),
                contentEncoding);
    }

    private static Stream<JsonObject> objects(JsonObject set) {
        return StreamSupport.stream(set.getAsJsonArray("objects").spliterator(), false)
                .map(JsonElement::getAsJsonObject);
    }

    private static Optional<String> text(JsonObject object, String field) {
        return Optional.ofNullable(object.get(field)).map(JsonElement::getAsString);
    }

    private static List<Path> filesOf(Path story) {
        for (Path folder = story; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("plans"))) {
                return filesOf(folder.resolve("plans"), story.getFileName().toString());
            }
        }
        return List.of();
    }

    private static List<Path> filesOf(Path plans, String story) {
        try (Stream<Path> all = Files.list(plans)) {
            return all.filter(file -> file.getFileName().toString().matches(story + "-\\d+\\.json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject read(Path file) {
        try {
            return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteFile(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
