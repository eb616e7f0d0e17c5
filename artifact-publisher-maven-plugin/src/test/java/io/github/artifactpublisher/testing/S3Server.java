package io.github.artifactpublisher.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * S3Proxy in this JVM, on a free loopback port, with AWS Signature Version 4 required. Objects are plain files under
 * {@code <data directory>/<bucket>/<key>}, so that a person can look at them when the server is gone.
 *
 * <p>Thread safe. Closing stops the server and leaves the files.
 */
public final class S3Server implements AutoCloseable {
    /** The key pair that {@link #start(Path)} accepts; a secret of the usual length, and of no account. */
    public static final String ACCESS_KEY = "AKIASTORYEXAMPLE0001";

    public static final String SECRET_KEY = "storySecretKey/of+no+account/EXAMPLE0001";

    /** S3Proxy buffers what it has to verify: large enough for every body of the tests. */
    private static final long LARGEST_SIGNED_BODY = 512L << 20;

    private final S3Proxy proxy;
    private final Path dataDirectory;
    private final String accessKey;
    private final String secretKey;
    private final S3Client client;

    private S3Server(S3Proxy proxy, Path dataDirectory, String accessKey, String secretKey) {
        this.proxy = proxy;
        this.dataDirectory = dataDirectory;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.client = clientOf(endpoint());
    }

    /** Starts a server that accepts {@link #ACCESS_KEY} and {@link #SECRET_KEY}; the directory is made if need be. */
    public static S3Server start(Path dataDirectory) {
        return start(dataDirectory, ACCESS_KEY, SECRET_KEY);
    }

    public static S3Server start(Path dataDirectory, String accessKey, String secretKey) {
        Properties properties = new Properties();
        properties.setProperty(
                "jclouds.filesystem.basedir", created(dataDirectory).toString());
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(BlobStores.create("filesystem", properties))
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, accessKey, secretKey)
                .ignoreUnknownHeaders(true)
                .v4MaxNonChunkedRequestSize(LARGEST_SIGNED_BODY)
                .stopTimeout(0)
                .build();
        try {
            proxy.start();
        } catch (Exception e) {
            throw new IllegalStateException("S3Proxy does not start in " + dataDirectory, e);
        }
        return new S3Server(proxy, dataDirectory, accessKey, secretKey);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    public String accessKey() {
        return accessKey;
    }

    public String secretKey() {
        return secretKey;
    }

    /** Where the objects lie as files. */
    public Path dataDirectory() {
        return dataDirectory;
    }

    /** The plain SDK, path style, with the right credentials; closed with the server. */
    public S3Client client() {
        return client;
    }

    /** The same client, sent to another address: a {@link ScriptedProxy} in front of this server. */
    public S3Client clientOf(URI endpoint) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                // The whole body in one signed piece: what a proxy records and breaks are then the object's own bytes.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                .build();
    }

    /** The address of an object for a client that knows nothing of S3, such as a browser; good for some minutes. */
    public URI addressOf(String bucket, String key) {
        try (S3Presigner presigner = S3Presigner.builder()
                .endpointOverride(endpoint())
                .region(Region.US_EAST_1)
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                .build()) {
            return URI.create(presigner
                    .presignGetObject(presign -> presign.signatureDuration(Duration.ofMinutes(10))
                            .getObjectRequest(get -> get.bucket(bucket).key(key)))
                    .url()
                    .toString());
        }
    }

    public S3Server createBucket(String name) {
        client.createBucket(request -> request.bucket(name));
        return this;
    }

    @Override
    public void close() {
        client.close();
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException("S3Proxy does not stop", e);
        }
    }

    private static Path created(Path directory) {
        try {
            return Files.createDirectories(directory).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
