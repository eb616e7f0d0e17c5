package io.github.artifactpublisher.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3ServerTest {
    @TempDir
    Path directory;

    private S3Server server;

    @BeforeEach
    void start() {
        server = S3Server.start(directory).createBucket("builds");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void objectIsAPlainFileWithItsMd5AsETag() {
        String etag = put("a/b.txt", "hello").eTag();

        assertThat(etag).isEqualTo('"' + JdkDigests.md5("hello".getBytes(UTF_8)) + '"');
        assertThat(directory.resolve("builds/a/b.txt")).hasContent("hello");
    }

    @Test
    void keepsTheContentType() {
        server.client()
                .putObject(
                        request -> request.bucket("builds").key("a.gz").contentType("application/gzip"),
                        RequestBody.fromString("x"));

        assertThat(server.client()
                        .headObject(request -> request.bucket("builds").key("a.gz"))
                        .contentType())
                .isEqualTo("application/gzip");
    }

    @Test
    void rejectsAWrongSecret() {
        S3Server other = S3Server.start(directory.resolve("other"), server.accessKey(), "another secret");
        try (other;
                var stranger = server.clientOf(other.endpoint())) {
            assertThatThrownBy(() -> stranger.headBucket(request -> request.bucket("builds")))
                    .isInstanceOfSatisfying(
                            S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
        }
    }

    @Test
    void rejectsAWrongContentMd5AndStoresNothing() {
        assertThatThrownBy(() -> server.client()
                        .putObject(
                                request -> request.bucket("builds").key("a").contentMD5("1B2M2Y8AsgTpgAmY7PhCfg=="),
                                RequestBody.fromString("not empty")))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("BadDigest"));
        assertThat(directory.resolve("builds/a")).doesNotExist();
    }

    private PutObjectResponse put(String key, String content) {
        return server.client().putObject(request -> request.bucket("builds").key(key), RequestBody.fromString(content));
    }
}
