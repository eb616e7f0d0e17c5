package io.github.artifactpublisher.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The fixture of one story in {@code src/it}: an S3 server with the bucket {@value #BUCKET}, optionally a proxy in
 * front of it, and afterwards the log and the objects. {@code setup.groovy} calls {@link #begin}; {@code verify.groovy}
 * calls {@link #verify}, which also stops the server. The Maven Invoker passes the same context to both scripts, and
 * the context keeps the story.
 */
public final class Story {
    public static final String BUCKET = "builds";

    private final Path directory;
    private final Properties userProperties;
    private final S3Server server;
    private final List<String> withoutPlan = new ArrayList<>();
    private Optional<ScriptedProxy> proxy = Optional.empty();

    private Story(Path directory, Properties userProperties, S3Server server) {
        this.directory = directory;
        this.userProperties = userProperties;
        this.server = server;
    }

    /**
     * Starts the server, with its objects in {@code target/s3/<story>}, and sets the endpoint for the story's Maven.
     * Returns nothing, because the invoker uses the return value of a script as its result.
     *
     * @param context the invoker's script context, which receives the story as {@code story}
     * @param directory the copy of the story, {@code target/stories/<story>}
     */
    public static void begin(Map<String, Object> context, File directory) {
        begin(context, directory, story -> {});
    }

    /** Starts the server and applies further settings of the story. */
    public static void begin(Map<String, Object> context, File directory, Consumer<Story> arrangement) {
        Path stage = directory.toPath().toAbsolutePath().normalize();
        Path objects = stage.getParent().resolveSibling("s3").resolve(stage.getFileName());
        deleteRecursively(objects);
        PlannedSets.delete(stage);
        S3Server server = S3Server.start(objects).createBucket(BUCKET);
        Story story = new Story(stage, (Properties) context.get("userProperties"), server);
        context.put("story", story);
        story.with("artifacts.pathStyle", "true").sendingTo(server.endpoint());
        arrangement.accept(story);
    }

    /** Sets a user property of the story's Maven, like {@code -D}. */
    public Story with(String property, String value) {
        userProperties.setProperty(property, value);
        return this;
    }

    public Story without(String property) {
        userProperties.remove(property);
        return this;
    }

    public Story sendingTo(URI endpoint) {
        return with("artifacts.endpoint", endpoint.toString());
    }

    /** Puts a proxy with this script between the story's Maven and the server. */
    public Story through(ProxyScript script) {
        return sendingTo(started(script).endpoint());
    }

    /** Starts a proxy for Maven's settings, without changing the endpoint. */
    public ScriptedProxy started(ProxyScript script) {
        ScriptedProxy started = ScriptedProxy.inFrontOf(server.endpoint(), script);
        proxy = Optional.of(started);
        return started;
    }

    /** Runs the assertions common to all stories, then those of this story, and always stops server and proxy. */
    public void verify(Consumer<Story> assertions) {
        try {
            log().hasNoStackTrace();
            assertions.accept(this);
            assertPlansShowThePublishedSet();
        } finally {
            proxy.ifPresent(ScriptedProxy::close);
            server.close();
        }
    }

    /**
     * Excuses sets from the comparison with a plan: those of a run without {@code deploy}, or of one that failed after
     * they were published.
     *
     * @param prefixEnds how their prefixes end
     */
    public Story withoutPlan(String... prefixEnds) {
        withoutPlan.addAll(List.of(prefixEnds));
        return this;
    }

    /** The reports of failed builds are no set that a plan shows. */
    private void assertPlansShowThePublishedSet() {
        PlannedSets plans = PlannedSets.of(directory);
        for (String key : keys()) {
            String prefix = key.replaceFirst("manifest\\.json$", "");
            if (key.endsWith("/manifest.json")
                    && !prefix.contains("/failed/")
                    && withoutPlan.stream().noneMatch(prefix::endsWith)) {
                plans.assertShow(BUCKET, prefix, publishedUnder(prefix).manifest());
            }
        }
    }

    public BuildLog log() {
        return BuildLog.read(directory.resolve("build.log"));
    }

    /** Returns the set below the default path, {@code artifacts/<slug>/<branch>/}. */
    public PublishedSet published(String slug, String branch) {
        return publishedUnder("artifacts/" + slug + "/" + branch + "/");
    }

    public PublishedSet publishedUnder(String prefix) {
        return PublishedSet.in(server.client(), BUCKET, prefix);
    }

    /** Asserts that the bucket is empty. */
    public Story assertNothingPublished() {
        assertThat(keys()).as("objects in the bucket").isEmpty();
        return this;
    }

    /** Returns all keys of the bucket. */
    public List<String> keys() {
        return server.client().listObjectsV2(request -> request.bucket(BUCKET)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    public List<String> buckets() {
        return server.client().listBuckets().buckets().stream()
                .map(Bucket::name)
                .toList();
    }

    /** Returns the proxy's uploads of objects whose key ends with this text, in chronological order. */
    public List<RecordedRequest> puts(String keyEnd) {
        return proxy().requests().stream()
                .filter(request -> ProxyScript.put(keyEnd).test(request.head()))
                .toList();
    }

    /** Returns a file of the story, for example {@code target/app-1.0.jar}. */
    public Path file(String path) {
        return directory.resolve(path);
    }

    /** Returns the version of a class file (JVM specification 4.1): 55 is Java 11, 61 is Java 17. */
    public int classVersion(String path) {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file(path)))) {
            in.skipNBytes(6);
            return in.readUnsignedShort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public S3Server server() {
        return server;
    }

    public ScriptedProxy proxy() {
        return proxy.orElseThrow();
    }

    private static void deleteRecursively(Path root) {
        if (Files.notExists(root)) {
            return;
        }
        try (var paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
