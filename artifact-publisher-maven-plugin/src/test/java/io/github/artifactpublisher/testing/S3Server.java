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
 * S3Proxy in this JVM on a free loopback port; it requires AWS Signature Version 4. Objects are plain files in
 * {@code <data directory>/<bucket>/<key>}, which remain after the server is closed.
 *
 * <p>Thread-safe.
 */
public final class S3Server implements AutoCloseable {
    /** The access key that {@link #start(Path)} accepts. Secrets have the usual length and are valid nowhere else. */
    public static final String ACCESS_KEY = "AKIASTORYEXAMPLE0001";

    public static final String SECRET_KEY = "storySecretKey/of+no+account/EXAMPLE0001";

    /** Maximum body of a signed request, which S3Proxy buffers: enough for all tests. */
    private static final long MAX_SIGNED_BODY = 512L << 20;

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

    /** Starts a server that accepts {@link #ACCESS_KEY} and {@link #SECRET_KEY}; creates the directory if needed. */
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
                .v4MaxNonChunkedRequestSize(MAX_SIGNED_BODY)
                .stopTimeout(0)
                .build();
        try {
            proxy.start();
        } catch (Exception e) {
            throw new IllegalStateException("S3Proxy cannot start in " + dataDirectory, e);
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

    /** Returns the folder that contains the objects as files. */
    public Path dataDirectory() {
        return dataDirectory;
    }

    /** Returns a client of the AWS SDK with path-style access and valid credentials; it is closed with the server. */
    public S3Client client() {
        return client;
    }

    /** Creates the same client for another endpoint, such as a {@link ScriptedProxy} in front of this server. */
    public S3Client clientOf(URI endpoint) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                // No aws-chunked encoding: a proxy then records and changes exactly the bytes of the object.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                .build();
    }

    /** Returns a presigned URL of an object for other HTTP clients, such as a browser; valid for ten minutes. */
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
            throw new IllegalStateException("S3Proxy cannot stop", e);
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
