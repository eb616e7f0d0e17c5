package io.github.artifactpublisher.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.digest.Md5;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.StoreException.Kind;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The contract of every store on every server. A subclass gives an empty bucket on a running server. */
public abstract class ObjectStoreContract implements DownloadContract, ListingContract {
    /** Later than the times that a wrong unit or a missing value gives. */
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private static final ObjectHeaders TYPE = TestHeaders.ofType("application/gzip");
    private static final int PART = (int) MultipartUpload.MIN_PART_BYTES;

    /** The store under test, on an existing bucket. */
    @Override
    public abstract ObjectStore store();

    /** A store on the same server and a bucket that does not exist. */
    @Override
    public abstract ObjectStore storeWithoutBucket();

    @Test
    void aPutObjectIsRead() {
        ObjectKey key = new ObjectKey("artifacts/acme/app/main/hello.txt");
        Body body = Body.of("hello".getBytes(UTF_8));

        PutResult result = store().put(key, body, TYPE);

        assertThat(result.etagIsMd5()).isTrue();
        assertThat(result.etag().orElseThrow().matches(body.digests().md5())).isTrue();
        assertThat(store().read(key))
                .hasValueSatisfying(
                        read -> assertThat(read.bytes()).asString(UTF_8).isEqualTo("hello"))
                .hasValueSatisfying(read -> assertThat(read.etag()).isEqualTo(result.etag()));
        assertThat(store().downloadDigests(key)).contains(body.digests());
    }

    @Test
    void anEmptyObjectIsAnObject() {
        ObjectKey key = new ObjectKey("empty");

        store().put(key, Body.of(new byte[0]), TYPE);

        assertThat(store().downloadDigests(key)).contains(Digests.of(new byte[0]));
    }

    @Test
    void aBodyOfMegabytesIsStoredWhole() {
        byte[] bytes = random(20 << 20);
        ObjectKey key = new ObjectKey("large");

        store().put(key, Body.of(bytes), TYPE);

        assertThat(store().downloadDigests(key)).contains(Digests.of(bytes));
    }

    @Test
    void puttingAgainReplaces() {
        ObjectKey key = new ObjectKey("twice");
        store().put(key, Body.of("first".getBytes(UTF_8)), TYPE);

        store().put(key, Body.of("second".getBytes(UTF_8)), TYPE);

        assertThat(store().downloadDigests(key)).contains(Digests.of("second".getBytes(UTF_8)));
    }

    @Test
    void namesThatNeedEscapingComeBack() {
        for (String name : new String[] {"a b", "a+b", "a%2Fb", "é😀", "#?&=;,@$!'()~", "{x}[y]"}) {
            ObjectKey key = new ObjectKey("names/" + name);
            store().put(key, Body.of(name.getBytes(UTF_8)), TYPE);

            assertThat(store().downloadDigests(key)).as(name).contains(Digests.of(name.getBytes(UTF_8)));
        }
    }

    @Test
    void aMissingObjectIsEmpty() {
        ObjectKey key = new ObjectKey("nothing");

        assertThat(store().read(key)).isEmpty();
        assertThat(store().downloadDigests(key)).isEmpty();
        assertThat(store().storedSha256(key)).isEmpty();
        assertThat(store().head(key)).isEmpty();
    }

    @Test
    void headAndListingAgree() {
        KeyPrefix prefix = new KeyPrefix("looked");
        ObjectKey key = prefix.key("at");
        store().put(key, Body.of("text".getBytes(UTF_8)), TYPE);

        assertThat(store().head(key)).hasValueSatisfying(object -> {
            ListedObject listed =
                    store().listPage(prefix, Optional.empty()).objects().get(0);
            assertThat(object.key()).isEqualTo(listed.key());
            assertThat(object.size()).isEqualTo(4);
            assertThat(object.etag()).isPresent().isEqualTo(listed.etag());
        });
    }

    @Test
    void aBodyWithOtherDigestsIsRefusedAndNotStored() {
        ObjectKey key = new ObjectKey("damaged");
        byte[] sent = "what is sent".getBytes(UTF_8);
        Digests right = Digests.of(sent);
        byte[] otherMd5 = new byte[16];
        Body body = new Body.BytesBody(sent, new Digests(right.size(), Md5.of(otherMd5), right.sha256()));

        assertThatThrownBy(() -> store().put(key, body, TYPE)).isInstanceOfSatisfying(StoreException.class, e -> {
            assertThat(e.kind()).isEqualTo(Kind.BODY_DAMAGED);
            assertThat(e.facts().code()).contains("BadDigest");
        });
        assertThat(store().read(key)).isEmpty();
    }

    @Test
    void partsBecomeOneObjectInTheOrderOfTheirNumbers() {
        ObjectKey key = new ObjectKey("parts/one");
        Body first = Body.of(random(PART));
        Body last = Body.of("the last may be small".getBytes(UTF_8));
        MultipartUpload upload = store().startMultipart(key, TYPE);

        UploadedPart second = upload.put(2, last);
        UploadedPart begin = upload.put(1, first);
        assertThat(store().downloadDigests(key)).as("before it is complete").isEmpty();
        PutResult result = upload.complete(List.of(begin, second), Precondition.NONE);

        assertThat(begin.result().etag().orElseThrow().matches(first.digests().md5()))
                .isTrue();
        assertThat(begin.sent()).isEqualTo(first.digests());
        assertThat(result.etagIsMd5()).isFalse();
        assertThat(result.etagIsMultipart(2)).isTrue();
        assertThat(result.etag())
                .contains(ETag.ofParts(
                        List.of(first.digests().md5(), last.digests().md5())));
        assertThat(store().downloadDigests(key)).contains(Digests.of(concatenated(first, last)));
    }

    @Test
    void aPartThatIsPutAgainReplacesTheFirst() {
        ObjectKey key = new ObjectKey("parts/again");
        Body body = Body.of("right".getBytes(UTF_8));
        MultipartUpload upload = store().startMultipart(key, TYPE);

        upload.put(1, Body.of("wrong".getBytes(UTF_8)));
        upload.complete(List.of(upload.put(1, body)), Precondition.NONE);

        assertThat(store().downloadDigests(key)).contains(body.digests());
    }

    @Test
    void aPartWithOtherDigestsIsRefused() {
        ObjectKey key = new ObjectKey("parts/damaged");
        byte[] sent = "what is sent".getBytes(UTF_8);
        Digests right = Digests.of(sent);
        Body body = new Body.BytesBody(sent, new Digests(right.size(), Md5.of(new byte[16]), right.sha256()));
        MultipartUpload upload = store().startMultipart(key, TYPE);

        assertThatThrownBy(() -> upload.put(1, body))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BODY_DAMAGED));
        upload.abort();
    }

    @Test
    void anAbortedUploadDoesNotExistAndCannotBeCompleted() {
        ObjectKey key = new ObjectKey("parts/aborted");
        MultipartUpload upload = store().startMultipart(key, TYPE);
        UploadedPart part = upload.put(1, Body.of("part".getBytes(UTF_8)));

        upload.abort();

        assertThat(store().downloadDigests(key)).isEmpty();
        assertThatThrownBy(() -> upload.complete(List.of(part), Precondition.NONE))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void anInterruptedThreadCanStillAbortAndStaysInterrupted() {
        ObjectKey key = new ObjectKey("parts/interrupted");
        MultipartUpload upload = store().startMultipart(key, TYPE);
        UploadedPart part = upload.put(1, Body.of("part".getBytes(UTF_8)));

        Thread.currentThread().interrupt();
        upload.abort();

        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(() -> upload.complete(List.of(part), Precondition.NONE))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void anUploadThatIsCompletedTwiceExistsAndIsFound() {
        ObjectKey key = new ObjectKey("parts/twice");
        MultipartUpload upload = store().startMultipart(key, TYPE);
        UploadedPart part = upload.put(1, Body.of("part".getBytes(UTF_8)));

        PutResult first = upload.complete(List.of(part), Precondition.NONE);

        assertThat(upload.complete(List.of(part), Precondition.NONE).etag()).isEqualTo(first.etag());
    }

    @Test
    void aCopyIsTheSameBytesWithItsOwnHeaders() {
        ObjectKey from = new ObjectKey("copied/from");
        ObjectKey to = new ObjectKey("copied/to");
        Body body = Body.of("copied".getBytes(UTF_8));
        PutResult put = store().put(from, body, TYPE);

        PutResult copied = store().copy(from, put.etag().orElseThrow(), to, TYPE);

        assertThat(copied.etag().orElseThrow().matches(body.digests().md5())).isTrue();
        assertThat(store().downloadDigests(to)).contains(body.digests());
    }

    @Test
    void aSourceThatHasChangedIsNotCopied() {
        ObjectKey from = new ObjectKey("changed/from");
        PutResult first = store().put(from, Body.of("first".getBytes(UTF_8)), TYPE);
        store().put(from, Body.of("second".getBytes(UTF_8)), TYPE);

        assertThatThrownBy(() -> store().copy(from, first.etag().orElseThrow(), new ObjectKey("changed/to"), TYPE))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.PRECONDITION_FAILED));
        assertThat(store().read(new ObjectKey("changed/to"))).isEmpty();
    }

    @Test
    void aSourceThatHasGoneIsNotCopied() {
        ObjectKey from = new ObjectKey("gone/from");
        ETag etag =
                store().put(from, Body.of("gone".getBytes(UTF_8)), TYPE).etag().orElseThrow();
        store().delete(List.of(from));

        assertKind(Kind.PRECONDITION_FAILED, () -> store().copy(from, etag, new ObjectKey("gone/to"), TYPE));
        assertThat(store().read(new ObjectKey("gone/to"))).isEmpty();
    }

    @Test
    void aPutOnlyIfAbsentIsCarriedOutOnce() {
        ObjectKey key = new ObjectKey("condition/absent");
        Body first = Body.of("first".getBytes(UTF_8));
        store().put(key, first, TYPE, Precondition.ABSENT);

        assertKind(
                Kind.PRECONDITION_FAILED,
                () -> store().put(key, Body.of("second".getBytes(UTF_8)), TYPE, Precondition.ABSENT));
        assertThat(store().downloadDigests(key)).contains(first.digests());
    }

    @Test
    void partsBecomeAnObjectOnlyIfTheConditionHolds() {
        ObjectKey key = new ObjectKey("condition/parts");
        Body first = Body.of("first".getBytes(UTF_8));
        PutResult existing = store().put(key, first, TYPE);
        MultipartUpload upload = store().startMultipart(key, TYPE);
        Body second = Body.of("second".getBytes(UTF_8));
        List<UploadedPart> parts = List.of(upload.put(1, second));

        assertKind(Kind.PRECONDITION_FAILED, () -> upload.complete(parts, Precondition.ABSENT));
        assertThat(store().downloadDigests(key)).contains(first.digests());

        upload.complete(parts, Precondition.matches(existing.etag().orElseThrow()));
        assertThat(store().downloadDigests(key)).contains(second.digests());
    }

    @Test
    void aPutOnTheReadETagIsRefusedOnAnotherObject() {
        ObjectKey key = new ObjectKey("condition/matches");
        PutResult first = store().put(key, Body.of("first".getBytes(UTF_8)), TYPE);
        Precondition read = Precondition.matches(first.etag().orElseThrow());
        Body second = Body.of("second".getBytes(UTF_8));

        store().put(key, second, TYPE, read);

        assertKind(Kind.PRECONDITION_FAILED, () -> store().put(key, Body.of("third".getBytes(UTF_8)), TYPE, read));
        assertThat(store().downloadDigests(key)).contains(second.digests());
    }

    @Test
    void aPutOnTheETagOfADeletedObjectIsRefused() {
        ObjectKey key = new ObjectKey("condition/gone");
        Precondition read = Precondition.matches(new ETag("0123456789abcdef0123456789abcdef"));

        assertKind(Kind.PRECONDITION_FAILED, () -> store().put(key, Body.of(new byte[1]), TYPE, read));
        assertThat(store().read(key)).isEmpty();
    }

    @Test
    void existingObjectsAreListedInOrder() {
        List<String> names = List.of("!", "a b", "a+b", "a.gz", "b/c", "é");
        Body body = Body.of("listed".getBytes(UTF_8));
        names.forEach(name -> store().put(new ObjectKey("listed/" + name), body, TYPE));
        store().put(new ObjectKey("listed-not"), body, TYPE);

        List<ListedObject> all =
                store().listPage(new KeyPrefix("listed"), Optional.empty()).objects();
        assertThat(all)
                .extracting(object -> object.key().value().substring("listed/".length()))
                .containsExactlyElementsOf(names);
        assertThat(all).allSatisfy(object -> {
            assertThat(object.size()).isEqualTo(6);
            assertThat(object.etag().orElseThrow().matches(body.digests().md5()))
                    .isTrue();
            assertThat(object.lastModified()).isAfter(LONG_AGO);
        });
        assertThat(store().listPage(new KeyPrefix("listed"), Optional.of("listed/a."))
                        .objects())
                .extracting(object -> object.key().value())
                .startsWith("listed/a.gz")
                .hasSize(3);
        assertThat(store().listPage(new KeyPrefix("listed/nothing"), Optional.empty()))
                .isEqualTo(new ObjectLister.Page(List.of(), Optional.empty()));
    }

    @Test
    void deletesObjectsAndAcceptsMissingOnes() {
        ObjectKey stays = new ObjectKey("deleted/stays");
        List<ObjectKey> gone = List.of(
                new ObjectKey("deleted/a b+c"), new ObjectKey("deleted/é"), new ObjectKey("deleted/never-there"));
        store().put(stays, Body.of(new byte[1]), TYPE);
        gone.subList(0, 2).forEach(key -> store().put(key, Body.of(new byte[1]), TYPE));

        assertThat(store().delete(gone)).isEmpty();

        assertThat(store().listPage(new KeyPrefix("deleted"), Optional.empty()).objects())
                .extracting(ListedObject::key)
                .containsExactly(stays);
    }

    @Test
    void anUploadThatIsLeftIsFoundAndCanBeAborted() {
        ObjectKey key = new ObjectKey("left/upload");
        MultipartUpload upload = store().startMultipart(key, TYPE);
        UploadedPart part = upload.put(1, Body.of("part".getBytes(UTF_8)));

        List<IncompleteUpload> left = store().incompleteUploads(new KeyPrefix("left"));
        assertThat(left).singleElement().satisfies(one -> {
            assertThat(one.key()).isEqualTo(key);
            assertThat(one.initiated()).isAfter(LONG_AGO);
        });
        store().abort(left.get(0));
        store().abort(left.get(0));

        assertThat(store().incompleteUploads(new KeyPrefix("left"))).isEmpty();
        assertThatThrownBy(() -> upload.complete(List.of(part), Precondition.NONE))
                .isInstanceOf(StoreException.class);
    }

    private static void assertKind(Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    @Test
    void everyCallReportsAMissingBucket() {
        ObjectKey key = new ObjectKey("key");
        Body body = Body.of(new byte[1]);

        assertThatThrownBy(() -> storeWithoutBucket().read(key)).satisfies(this::isMissingBucket);
        assertThatThrownBy(() -> storeWithoutBucket().put(key, body, TYPE)).satisfies(this::isMissingBucket);
        assertThatThrownBy(() -> storeWithoutBucket().startMultipart(key, TYPE)).satisfies(this::isMissingBucket);
        assertKind(Kind.NO_SUCH_BUCKET, () -> storeWithoutBucket().listPage(new KeyPrefix("key"), Optional.empty()));
        assertKind(Kind.NO_SUCH_BUCKET, () -> storeWithoutBucket().incompleteUploads(new KeyPrefix("key")));
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static byte[] concatenated(Body first, Body second) {
        try {
            return new SequenceInputStream(first.open(), second.open()).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void isMissingBucket(Throwable e) {
        assertThat(e).isInstanceOfSatisfying(StoreException.class, store -> {
            assertThat(store.kind()).isEqualTo(Kind.NO_SUCH_BUCKET);
            assertThat(store.facts().location()).startsWith("s3://").endsWith("/key");
        });
    }

    @Test
    void threadsMayShareAStore() {
        byte[][] bodies = IntStream.range(0, 24)
                .mapToObj(i -> ("body " + i).getBytes(UTF_8))
                .toArray(byte[][]::new);

        Arrays.stream(bodies)
                .parallel()
                .forEach(bytes ->
                        store().put(new ObjectKey("shared/" + new String(bytes, UTF_8)), Body.of(bytes), TYPE));

        for (byte[] bytes : bodies) {
            assertThat(store().downloadDigests(new ObjectKey("shared/" + new String(bytes, UTF_8))))
                    .contains(Digests.of(bytes));
        }
    }

    @Test
    void anAddressHasTheBucket() {
        assertThat(store().address(new KeyPrefix("a/b"))).matches("s3://[^/]+/a/b/");
        assertThat(store().address(new ObjectKey("a/b"))).matches("s3://[^/]+/a/b");
    }
}
