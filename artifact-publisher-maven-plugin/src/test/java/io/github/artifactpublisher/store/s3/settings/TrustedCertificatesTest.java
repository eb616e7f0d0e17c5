package io.github.artifactpublisher.store.s3.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.store.s3.S3ObjectStore;
import io.github.artifactpublisher.store.s3.TestSettings;
import io.github.artifactpublisher.store.s3.TestStore;
import io.github.artifactpublisher.testing.S3Server;
import io.github.artifactpublisher.testing.TlsFront;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers whose certificate no public authority has signed. */
class TrustedCertificatesTest {
    private static final ObjectKey KEY = new ObjectKey("a/key");
    private static final String BUNDLE = "AWS_CA_BUNDLE";

    @TempDir
    Path folder;

    private S3Server server;
    private TlsFront tls;

    @BeforeEach
    void start() {
        server = S3Server.start(folder.resolve("s3")).createBucket("builds");
        tls = TlsFront.inFrontOf(server.endpoint(), folder.resolve("tls"));
    }

    @AfterEach
    void stop() throws IOException {
        System.clearProperty("javax.net.ssl.trustStore");
        System.clearProperty("javax.net.ssl.trustStorePassword");
        tls.close();
        server.close();
    }

    @Test
    void theBundleOfAwsIsTrusted() {
        try (S3ObjectStore store =
                open(tls.endpoint(), Map.of(BUNDLE, tls.certificate().toString()))) {
            assertThat(store.read(KEY)).isEmpty();
        }
    }

    @Test
    void aProfilesBundleIsTrusted() throws IOException {
        Path config = Files.writeString(folder.resolve("config"), "[default]\nca_bundle = " + tls.certificate() + "\n");
        try (S3ObjectStore store = open(tls.endpoint(), Map.of("AWS_CONFIG_FILE", config.toString()))) {
            assertThat(store.read(KEY)).isEmpty();
        }
    }

    @Test
    void theJvmsTrustStoreCountsBesideTheBundle() throws IOException {
        System.setProperty("javax.net.ssl.trustStore", tls.trustStore().toString());
        System.setProperty("javax.net.ssl.trustStorePassword", "changeit");
        try (TlsFront other = TlsFront.inFrontOf(server.endpoint(), folder.resolve("other"));
                S3ObjectStore store =
                        open(tls.endpoint(), Map.of(BUNDLE, other.certificate().toString()))) {
            assertThat(store.read(KEY)).isEmpty();
        }
    }

    @Test
    void anUntrustedCertificateIsReportedWithTheTrustedOnes() throws IOException {
        StoreException failure;
        try (TlsFront other = TlsFront.inFrontOf(server.endpoint(), folder.resolve("other"))) {
            failure = failure(tls.endpoint(), Map.of(BUNDLE, other.certificate().toString()));
            assertThat(failure.facts().expected().orElseThrow())
                    .contains("cacerts (the JVM's)", other.certificate() + " (AWS_CA_BUNDLE)");
        }

        assertThat(failure.kind()).isEqualTo(Kind.UNTRUSTED_SERVER);
        failure = failure(tls.endpoint(), Map.of());
        assertThat(failure.kind()).isEqualTo(Kind.UNTRUSTED_SERVER);
        assertThat(failure.facts().message().orElseThrow()).contains("unable to find valid certification path");
    }

    @Test
    void theCertificateOfAnotherHostIsReported() {
        URI otherName = URI.create(tls.endpoint().toString().replace("127.0.0.1", "localhost"));

        StoreException failure =
                failure(otherName, Map.of(BUNDLE, tls.certificate().toString()));

        assertThat(failure.kind()).isEqualTo(Kind.WRONG_SERVER_NAME);
        assertThat(failure.facts().message().orElseThrow()).contains("localhost", "127.0.0.1");
    }

    @Test
    void aBundleThatCannotBeUsedIsNamed() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        Path text = Files.writeString(
                folder.resolve("text.pem"), "-----BEGIN CERTIFICATE-----\nnone\n-----END CERTIFICATE-----\n");
        for (Path bundle : new Path[] {folder.resolve("none.pem"), folder, empty, text}) {
            StoreException failure = failure(tls.endpoint(), Map.of(BUNDLE, bundle.toString()));

            assertThat(failure.kind()).as(bundle.toString()).isEqualTo(Kind.BAD_CA_BUNDLE);
            assertThat(failure.facts().endpoint()).isEqualTo(BUNDLE);
            assertThat(failure.facts().location()).isEqualTo(bundle.toString());
        }
    }

    @Test
    void aServerWithoutTlsIsReported() {
        URI https = URI.create(server.endpoint().toString().replace("http:", "https:"));

        assertThat(failure(https, Map.of()).facts().message().orElseThrow())
                .startsWith("the server does not speak TLS");
    }

    @Test
    void plainHttpNeedsNoBundle() {
        try (S3ObjectStore store = open(server.endpoint(), Map.of(BUNDLE, "there-is-none"))) {
            assertThat(store.read(KEY)).isEmpty();
        }
    }

    private static StoreException failure(URI endpoint, Map<String, String> environment) {
        return catchThrowableOfType(StoreException.class, () -> {
            try (S3ObjectStore store = open(endpoint, environment)) {
                store.read(KEY);
            }
        });
    }

    private static S3ObjectStore open(URI endpoint, Map<String, String> environment) {
        return TestStore.open(TestSettings.with(TestSettings.aws(environment), TestSettings.of(endpoint, "builds")));
    }
}
