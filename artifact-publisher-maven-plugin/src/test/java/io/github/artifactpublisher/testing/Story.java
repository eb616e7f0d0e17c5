package io.github.artifactpublisher.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The stage of one story in {@code src/it}: an S3 server with the bucket {@value #BUCKET}, perhaps a proxy in front of
 * it, and at the end the log and the objects. A story's {@code setup.groovy} begins it, {@code verify.groovy} verifies
 * it, which also ends it; between them it is kept in the context that the Maven Invoker hands to both.
 */
public final class Story {
    public static final String BUCKET = "builds";

    private final Path directory;
    private final Properties userProperties;
    private final S3Server server;
    private Optional<ScriptedProxy> proxy = Optional.empty();

    private Story(Path directory, Properties userProperties, S3Server server) {
        this.directory = directory;
        this.userProperties = userProperties;
        this.server = server;
    }

    /**
     * Starts the server, with its objects in {@code target/s3/<story>}, and has the story's Maven send to it. Returns
     * nothing, because the invoker takes what a script returns for its verdict.
     *
     * @param context the invoker's script context, which takes the story under the name {@code story}
     * @param directory the story's own copy, {@code target/stories/<story>}
     */
    public static void begin(Map<String, Object> context, File directory) {
        begin(context, directory, story -> {});
    }

    /** Begins, and arranges what is particular to the story. */
    public static void begin(Map<String, Object> context, File directory, Consumer<Story> arrangement) {
        Path stage = directory.toPath().toAbsolutePath().normalize();
        Path objects = stage.getParent().resolveSibling("s3").resolve(stage.getFileName());
        deleteRecursively(objects);
        S3Server server = S3Server.start(objects).createBucket(BUCKET);
        Story story = new Story(stage, (Properties) context.get("userProperties"), server);
        context.put("story", story);
        story.with("artifacts.pathStyle", "true").sendingTo(server.endpoint());
        arrangement.accept(story);
    }

    /** Gives the story's Maven a property as {@code -D} does. */
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

    /** A free-standing proxy: Maven is to find it in its settings. */
    public ScriptedProxy started(ProxyScript script) {
        ScriptedProxy started = ScriptedProxy.inFrontOf(server.endpoint(), script);
        proxy = Optional.of(started);
        return started;
    }

    /** Runs the assertions, those that hold for every story first, and stops server and proxy whatever comes of it. */
    public void verify(Consumer<Story> assertions) {
        try {
            log().hasNoStackTrace();
            assertions.accept(this);
        } finally {
            proxy.ifPresent(ScriptedProxy::close);
            server.close();
        }
    }

    public BuildLog log() {
        return BuildLog.read(directory.resolve("build.log"));
    }

    /** The set under {@code artifacts/<slug>/<branch>/}, where the template's default puts it. */
    public PublishedSet published(String slug, String branch) {
        return publishedUnder("artifacts/" + slug + "/" + branch + "/");
    }

    public PublishedSet publishedUnder(String prefix) {
        return PublishedSet.in(server.client(), BUCKET, prefix);
    }

    /** Asserts that the bucket is empty: nothing under any prefix. */
    public Story assertNothingPublished() {
        assertThat(keys()).as("objects in the bucket").isEmpty();
        return this;
    }

    /** Every key of the bucket, under whatever prefix. */
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

    /** The uploads that the proxy has seen of objects whose key ends so, in their order. */
    public List<RecordedRequest> puts(String keyEnd) {
        return proxy().requests().stream()
                .filter(request -> ProxyScript.put(keyEnd).test(request.head()))
                .toList();
    }

    /** A file of the story, for example {@code target/app-1.0.jar}. */
    public Path file(String path) {
        return directory.resolve(path);
    }

    /** The version in a class file's header (JVM specification 4.1): 55 is Java 11, 61 is Java 17. */
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
