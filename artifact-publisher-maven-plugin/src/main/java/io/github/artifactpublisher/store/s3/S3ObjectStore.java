package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.IncompleteUpload;
import io.github.artifactpublisher.store.ListedObject;
import io.github.artifactpublisher.store.Listing;
import io.github.artifactpublisher.store.MultipartUpload;
import io.github.artifactpublisher.store.ObjectHeaders;
import io.github.artifactpublisher.store.ObjectStore;
import io.github.artifactpublisher.store.Precondition;
import io.github.artifactpublisher.store.PutResult;
import io.github.artifactpublisher.store.ReadObject;
import io.github.artifactpublisher.store.RetryListener;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.store.s3.retry.RetryingSender;
import io.github.artifactpublisher.store.s3.retry.S3Failures;
import io.github.artifactpublisher.store.s3.retry.SentRequests;
import io.github.artifactpublisher.store.s3.retry.Time;
import io.github.artifactpublisher.store.s3.settings.ProxyRoute;
import io.github.artifactpublisher.store.s3.settings.RequestOptions;
import io.github.artifactpublisher.store.s3.settings.S3Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** A bucket on Amazon S3 or on a server that speaks its protocol. Thread-safe. */
public final class S3ObjectStore implements ObjectStore {
    /** S3 PutObject takes no more. */
    static final long MAX_PUT_BYTES = 5L << 30;

    private final S3Settings settings;
    private final S3Failures failures;
    private final S3Requests requests;
    private final RetryingSender sender;
    private final S3Identity identity;
    private final ProxyRoute route;
    private final SdkHttpClient http;
    private final S3Client client;
    private final S3Reads reads;
    private final ConditionalRequests writes;
    private final ConditionalRequests copies;
    private final S3Listing bucket;

    private S3ObjectStore(S3Settings settings, RetryListener listener, Time time) {
        this.settings = settings;
        this.requests = new S3Requests(settings);
        S3Failures atFirst = new S3Failures(settings);
        SentRequests sent = new SentRequests(listener, settings.endpointName());
        RequestOptions options = settings.requests();
        this.identity = opened(() ->
                S3Identity.resolve(settings, atFirst, new RetryingSender(atFirst, sent, options, time, listener)));
        this.failures = atFirst.withToken(identity.credentials().token());
        this.sender = new RetryingSender(failures, sent, options, time, listener);
        this.route = opened(() ->
                settings.proxies().to(settings.server(identity.signingRegion().id())));
        this.http = opened(() -> S3Clients.http(settings, route));
        this.client = opened(() -> S3Clients.s3(settings, http, identity, sent));
        this.reads = new S3Reads(client, requests, failures, sender);
        this.writes = new ConditionalRequests(reads::head);
        this.copies = new ConditionalRequests(reads::head);
        this.bucket = new S3Listing(client, requests, sender);
    }

    private <T> T opened(Supplier<T> part) {
        try {
            return part.get();
        } catch (RuntimeException e) {
            if (identity != null) {
                identity.close();
            }
            if (http != null) {
                http.close();
            }
            throw new S3Failures(settings).ofOpening(e);
        }
    }

    /**
     * Finds region and credentials and makes the client. Sends no request to the bucket.
     *
     * @param listener is told of each request that is sent again
     * @throws StoreException if there is no region, there are no credentials, or what the SDK reads by itself is wrong
     */
    public static S3ObjectStore open(S3Settings settings, RetryListener listener) {
        return open(settings, listener, Time.SYSTEM);
    }

    /** The same by another clock. */
    static S3ObjectStore open(S3Settings settings, RetryListener listener, Time time) {
        return new S3ObjectStore(settings, listener, time);
    }

    /** The same, with nobody to tell of requests that are sent again. */
    public static S3ObjectStore open(S3Settings settings) {
        return open(settings, retry -> {});
    }

    /** Region, credentials, endpoint and proxy, each with the setting that names it: one line for the log. */
    public String identity() {
        return identity
                + settings.endpoint().map(server -> ", endpoint " + server).orElse("")
                + route;
    }

    @Override
    public PutResult put(ObjectKey key, Body body, ObjectHeaders headers, Precondition precondition) {
        Digests digests = body.digests();
        if (digests.size() > MAX_PUT_BYTES) {
            throw new StoreException(
                    Kind.TOO_LARGE, failures.before("PutObject", key.value(), digests.size() + " bytes"), null);
        }
        return writes.send(key, precondition, condition -> put(key, body, headers, condition));
    }

    private PutResult put(ObjectKey key, Body body, ObjectHeaders headers, ConditionHeaders condition) {
        Digests digests = body.digests();
        RequestBody bytes = RequestBody.fromContentProvider(body::open, digests.size(), headers.contentType());
        try {
            return sender.send("PutObject", key, condition.isPresent(), form -> {
                PutObjectRequest request = requests.put(key, digests, headers, condition, form);
                return S3Responses.of(client.putObject(request, bytes));
            });
        } catch (NoSuchKeyException e) {
            throw failures.ofPrecondition("PutObject", key, e);
        }
    }

    @Override
    public MultipartUpload startMultipart(ObjectKey key, ObjectHeaders headers) {
        return sender.send("CreateMultipartUpload", key, form -> startMultipart(key, headers, form.checksums()));
    }

    private MultipartUpload startMultipart(ObjectKey key, ObjectHeaders headers, boolean checksums) {
        CreateMultipartUploadRequest request = requests.createMultipart(key, headers, checksums);
        String uploadId = client.createMultipartUpload(request).uploadId();
        S3MultipartRequests parts = new S3MultipartRequests(requests, key, uploadId, checksums);
        return new S3MultipartUpload(client, parts, failures, writes, sender, key);
    }

    @Override
    public PutResult copy(ObjectKey from, ETag etag, ObjectKey to, ObjectHeaders headers) {
        return copies.send(from, Precondition.matches(etag), condition -> copy(from, condition, to, headers));
    }

    private PutResult copy(ObjectKey from, ConditionHeaders condition, ObjectKey to, ObjectHeaders headers) {
        try {
            return sender.send(
                    "CopyObject",
                    to,
                    form -> S3Responses.of(client.copyObject(requests.copy(from, condition, to, headers, form))));
        } catch (NoSuchKeyException e) {
            throw failures.ofPrecondition("CopyObject", to, e);
        }
    }

    @Override
    public Optional<ReadObject> read(ObjectKey key) {
        return reads.read(key);
    }

    @Override
    public Optional<Digests> downloadDigests(ObjectKey key) {
        return reads.downloadDigests(key);
    }

    @Override
    public Optional<ListedObject> head(ObjectKey key) {
        return reads.head(key);
    }

    @Override
    public Optional<Sha256> storedSha256(ObjectKey key) {
        return reads.storedSha256(key);
    }

    @Override
    public Listing list(KeyPrefix prefix, Optional<String> after) {
        return bucket.list(prefix, after);
    }

    @Override
    public Map<ObjectKey, String> delete(List<ObjectKey> keys) {
        return bucket.delete(keys);
    }

    @Override
    public List<IncompleteUpload> incompleteUploads(KeyPrefix prefix) {
        return bucket.incompleteUploads(prefix);
    }

    @Override
    public void abort(IncompleteUpload upload) {
        S3MultipartRequests parts = new S3MultipartRequests(requests, upload.key(), upload.uploadId(), false);
        new S3MultipartUpload(client, parts, failures, writes, sender, upload.key()).abort();
    }

    @Override
    public String address(KeyPrefix prefix) {
        return settings.location(prefix.toString());
    }

    @Override
    public String address(ObjectKey key) {
        return settings.location(key.value());
    }

    @Override
    public void close() {
        client.close();
        identity.close();
        http.close();
    }
}
