package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.Body;
import io.github.artifactpublisher.store.GetOptions;
import io.github.artifactpublisher.store.GetResult;
import io.github.artifactpublisher.store.IncompleteUpload;
import io.github.artifactpublisher.store.ListedObject;
import io.github.artifactpublisher.store.MultipartUpload;
import io.github.artifactpublisher.store.ObjectHeaders;
import io.github.artifactpublisher.store.ObjectStore;
import io.github.artifactpublisher.store.OpenObject;
import io.github.artifactpublisher.store.Precondition;
import io.github.artifactpublisher.store.PutResult;
import io.github.artifactpublisher.store.ReadObject;
import io.github.artifactpublisher.store.RetryListener;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.s3.retry.RetryingSender;
import io.github.artifactpublisher.store.s3.retry.S3Failures;
import io.github.artifactpublisher.store.s3.retry.SentRequestInterceptor;
import io.github.artifactpublisher.store.s3.retry.Time;
import io.github.artifactpublisher.store.s3.settings.ProxyRoute;
import io.github.artifactpublisher.store.s3.settings.RequestOptions;
import io.github.artifactpublisher.store.s3.settings.S3Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** A bucket on Amazon S3 or on a server with the same API. Thread-safe. */
public final class S3ObjectStore implements ObjectStore {
    private final S3Settings settings;
    private final S3Identity identity;
    private final ProxyRoute route;
    private final SdkHttpClient http;
    private final S3Client client;
    private final RetryingSender sender;
    private final S3Reader reader;
    private final S3Downloads downloads;
    private final S3Lister lister;
    private final S3Writer writer;
    private final S3Remover remover;

    private S3ObjectStore(S3Settings settings, RetryListener listener, Time time, Optional<Integer> pageSize) {
        this.settings = settings;
        S3Failures unsigned = new S3Failures(settings);
        SentRequestInterceptor sent = new SentRequestInterceptor(listener, settings.endpointName());
        RequestOptions options = settings.requests();
        this.identity = opened(() ->
                S3Identity.resolve(settings, unsigned, new RetryingSender(unsigned, sent, options, time, listener)));
        this.route = opened(() ->
                settings.proxies().to(settings.server(identity.signingRegion().id())));
        this.http = opened(() -> S3Clients.http(settings, route));
        this.client = opened(() -> S3Clients.s3(settings, http, identity, sent));
        S3Requests requests = new S3Requests(settings);
        S3Failures failures = unsigned.withToken(identity.credentials().token());
        this.sender = new RetryingSender(failures, sent, options, time, listener);
        this.reader = new S3Reader(client, requests, failures, sender);
        this.downloads = new S3Downloads(client, requests, failures, sender, reader::head);
        this.lister = new S3Lister(client, requests, failures, sender, pageSize);
        this.writer = new S3Writer(client, requests, failures, sender, reader::head);
        this.remover = new S3Remover(client, requests, sender);
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
     * Finds region and credentials and creates the client. Sends no request to the bucket.
     *
     * @param listener is notified of each request and each retry
     * @throws StoreException if there is no region, there are no credentials, or a setting that the SDK reads is wrong
     */
    public static S3ObjectStore open(S3Settings settings, RetryListener listener) {
        return open(settings, listener, Time.SYSTEM, Optional.empty());
    }

    /** Opens a store with another clock and page size, for tests. */
    static S3ObjectStore open(S3Settings settings, RetryListener listener, Time time, Optional<Integer> pageSize) {
        return new S3ObjectStore(settings, listener, time, pageSize);
    }

    /** Returns region, credentials, endpoint and proxy, each with the setting that names it: one line for the log. */
    public String identity() {
        return identity
                + settings.endpoint().map(server -> ", endpoint " + server).orElse("")
                + route;
    }

    /** Sets how long requests are retried, from the next request on, in place of the time that it was opened with. */
    public void retryFor(Duration time) {
        sender.retryFor(time);
    }

    @Override
    public Optional<ReadObject> read(ObjectKey key) {
        return reader.read(key);
    }

    @Override
    public GetResult<ReadObject> readIfChanged(ObjectKey key, ETag known) {
        return reader.readIfChanged(key, known);
    }

    @Override
    public GetResult<OpenObject> open(ObjectKey key, GetOptions options) {
        return downloads.open(key, options);
    }

    @Override
    public Optional<Digests> downloadDigests(ObjectKey key) {
        return reader.downloadDigests(key);
    }

    @Override
    public Optional<Sha256> storedSha256(ObjectKey key) {
        return reader.storedSha256(key);
    }

    @Override
    public Optional<ListedObject> head(ObjectKey key) {
        return reader.head(key);
    }

    @Override
    public Stream<ListedObject> list(KeyPrefix prefix) {
        return lister.list(prefix);
    }

    @Override
    public Stream<FolderEntry> listFolder(KeyPrefix prefix) {
        return lister.listFolder(prefix);
    }

    @Override
    public Page listPage(KeyPrefix prefix, Optional<String> after) {
        return lister.page(prefix, after);
    }

    @Override
    public List<IncompleteUpload> incompleteUploads(KeyPrefix prefix) {
        return lister.incompleteUploads(prefix);
    }

    @Override
    public PutResult put(ObjectKey key, Body body, ObjectHeaders headers, Precondition precondition) {
        return writer.put(key, body, headers, precondition);
    }

    @Override
    public MultipartUpload startMultipart(ObjectKey key, ObjectHeaders headers) {
        return writer.startMultipart(key, headers);
    }

    @Override
    public PutResult copy(ObjectKey from, ETag etag, ObjectKey to, ObjectHeaders headers) {
        return writer.copy(from, etag, to, headers);
    }

    @Override
    public Map<ObjectKey, String> delete(List<ObjectKey> keys) {
        return remover.delete(keys);
    }

    @Override
    public void abort(IncompleteUpload upload) {
        writer.abort(upload);
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
