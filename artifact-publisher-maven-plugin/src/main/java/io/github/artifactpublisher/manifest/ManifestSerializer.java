package io.github.artifactpublisher.manifest;

import com.google.gson.stream.JsonWriter;
import io.github.artifactpublisher.git.CommitId;
import io.github.artifactpublisher.integrity.VerificationMethod;
import io.github.artifactpublisher.manifest.ManifestEntry.Artifact;
import io.github.artifactpublisher.manifest.ManifestEntry.Stored;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a {@link Manifest} as JSON, value by value in this order. An unknown value is absent. Without reflection, for
 * which Gson loads 130 classes.
 */
final class ManifestSerializer {
    private final JsonWriter json;

    private ManifestSerializer(JsonWriter json) {
        this.json = json;
    }

    static byte[] bytes(Manifest manifest) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setIndent("  ");
            json.setSerializeNulls(false);
            new ManifestSerializer(json).write(manifest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(Manifest manifest) throws IOException {
        BuildFacts build = manifest.build();
        json.beginObject();
        json.name("schema").value(Manifest.SCHEMA);
        write("slug", build.slug());
        write("branch", build.branch());
        write("pullRequest", build.pullRequest());
        write("tag", build.tag());
        write("commit", build.commit().map(CommitId::value));
        write("commitTime", build.commitTime());
        json.name("dirty").value(build.dirty() ? Boolean.TRUE : null);
        writeCi(build);
        write("publishedAt", manifest.publishedAt().map(time -> time.truncatedTo(ChronoUnit.SECONDS)));
        writeTools(build.tools());
        write("layout", manifest.layout().map(Layout::label));
        json.name("conditionalWrites").value(manifest.conditionalWrites().orElse(null));
        writeModules(build.modules());
        json.name("objects").beginArray();
        for (ManifestEntry entry : manifest.objects()) {
            write(entry);
        }
        json.endArray().endObject();
    }

    private void writeCi(BuildFacts build) throws IOException {
        json.name("ci").beginObject();
        json.name("server").value(build.server());
        write("buildNumber", build.buildNumber());
        json.name("sequence").value(build.sequence().orElse(null));
        write("run", build.run());
        write("attempt", build.attempt());
        write("buildUrl", build.buildUrl());
        json.endObject();
    }

    private void writeTools(Map<String, String> tools) throws IOException {
        json.name("tools").beginObject();
        for (Map.Entry<String, String> tool : tools.entrySet()) {
            json.name(tool.getKey()).value(tool.getValue());
        }
        json.endObject();
    }

    private void writeModules(List<String> modules) throws IOException {
        if (modules.isEmpty()) {
            return;
        }
        json.name("modules").beginArray();
        for (String module : modules) {
            json.value(module);
        }
        json.endArray();
    }

    private void write(ManifestEntry entry) throws IOException {
        json.beginObject();
        json.name("key").value(entry.key().value());
        json.name("name").value(entry.name());
        json.name("size").value(entry.size());
        json.name("sha256").value(entry.sha256().hex());
        json.name("executable").value(entry.executable());
        if (entry.artifact().isPresent()) {
            write(entry.artifact().get());
        }
        write("contentType", entry.contentType());
        write("contentEncoding", entry.contentEncoding());
        json.name("encoding").value(entry.encoding().label());
        write("attributes", entry.attributes());
        write(entry.stored());
        json.endObject();
    }

    private void write(Artifact artifact) throws IOException {
        json.name("groupId").value(artifact.groupId());
        json.name("artifactId").value(artifact.artifactId());
        json.name("version").value(artifact.version());
        write("classifier", artifact.classifier());
        json.name("extension").value(artifact.extension());
    }

    private void write(Stored stored) throws IOException {
        json.name("stored").beginObject();
        json.name("size").value(stored.digests().size());
        json.name("md5").value(stored.digests().md5().hex());
        json.name("sha256").value(stored.digests().sha256().hex());
        if (stored.partSize().isPresent()) {
            json.name("partSize").value(stored.partSize().getAsLong());
        }
        write("etag", stored.etag());
        write("versionId", stored.versionId());
        write("verifiedBy", stored.verifiedBy().map(VerificationMethod::label));
        json.endObject();
    }

    private void write(String name, Optional<?> value) throws IOException {
        json.name(name).value(value.map(Object::toString).orElse(null));
    }
}
