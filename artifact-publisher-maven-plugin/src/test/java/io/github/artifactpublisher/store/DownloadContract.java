package io.github.artifactpublisher.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.GetResult.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of {@link ObjectReader#open} and {@link ObjectReader#readIfChanged} for every server. */
public interface DownloadContract {
    ObjectHeaders TEXT = new ObjectHeaders(
            "text/plain", Optional.empty(), Optional.of("max-age=60"), Map.of("build", "7"), Map.of());
    String DIGITS = "0123456789";

    ObjectStore store();

    ObjectStore storeWithoutBucket();

    private ETag put(String key, String content) {
        return store().put(new ObjectKey(key), Body.of(content.getBytes(UTF_8)), TEXT)
                .etag()
                .orElseThrow();
    }

    private OpenObject open(String key, GetOptions options) {
        GetResult<OpenObject> result = store().open(new ObjectKey(key), options);
        assertThat(result.status()).isEqualTo(Status.FOUND);
        return result.object().orElseThrow();
    }

    private void assertNotOpened(String key, GetOptions options, Status status) {
        assertThat(store().open(new ObjectKey(key), options)).isEqualTo(GetResult.without(status));
    }

    private static String text(OpenObject object) {
        try (object) {
            return new String(object.body().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    default void anOpenObjectHasItsBytesAndItsHeaders() {
        ETag etag = put("open/whole", DIGITS);

        OpenObject object = open("open/whole", GetOptions.WHOLE);

        assertThat(object.object().key()).isEqualTo(new ObjectKey("open/whole"));
        assertThat(object.object().size()).isEqualTo(10);
        assertThat(object.object().etag()).contains(etag);
        assertThat(object.object().lastModified()).isNotNull();
        assertThat(object.headers()).isEqualTo(TEXT);
        assertThat(object.offset()).isZero();
        assertThat(object.length()).isEqualTo(10);
        assertThat(text(object)).isEqualTo(DIGITS);
    }

    @ParameterizedTest
    @CsvSource({"0, 4, 0123", "3, 4, 3456", "7, 3, 789", "9, 1, 9", "8, 100, 89", "0, 10, 0123456789"})
    default void aRangeHasItsBytesOnly(int offset, int length, String expected) {
        put("open/range", DIGITS);

        OpenObject object = open("open/range", GetOptions.WHOLE.range(offset, length));

        assertThat(object.object().size()).isEqualTo(10);
        assertThat(object.offset()).isEqualTo(offset);
        assertThat(object.length()).isEqualTo(expected.length());
        assertThat(text(object)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9})
    default void aRangeMayGoToTheEnd(int offset) {
        put("open/from", DIGITS);

        OpenObject object = open("open/from", GetOptions.WHOLE.from(offset));

        assertThat(object.length()).isEqualTo(10 - offset);
        assertThat(text(object)).isEqualTo(DIGITS.substring(offset));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11, 1000})
    default void aRangeThatBeginsAtTheEndIsOutOfRange(int offset) {
        put("open/beyond", DIGITS);

        assertNotOpened("open/beyond", GetOptions.WHOLE.from(offset), Status.OUT_OF_RANGE);
        assertNotOpened("open/beyond", GetOptions.WHOLE.range(offset, 5), Status.OUT_OF_RANGE);
    }

    @Test
    default void anEmptyObjectIsOpenedWithoutBytesAndHasNoRange() {
        put("open/empty", "");

        OpenObject object = open("open/empty", GetOptions.WHOLE);

        assertThat(object.length()).isZero();
        assertThat(text(object)).isEmpty();
        assertNotOpened("open/empty", GetOptions.WHOLE.range(0, 1), Status.OUT_OF_RANGE);
    }

    @Test
    default void ifMatchGivesTheObjectOnlyIfItIsTheSame() {
        ETag first = put("open/match", DIGITS);
        assertThat(text(open("open/match", GetOptions.WHOLE.ifMatch(first)))).isEqualTo(DIGITS);
        assertThat(text(open("open/match", GetOptions.WHOLE.from(8).ifMatch(first))))
                .isEqualTo("89");

        put("open/match", "another");

        assertNotOpened("open/match", GetOptions.WHOLE.ifMatch(first), Status.CHANGED);
        assertNotOpened("open/match", GetOptions.WHOLE.range(2, 3).ifMatch(first), Status.CHANGED);
    }

    @Test
    default void ifNoneMatchGivesTheObjectOnlyIfItHasChanged() {
        ETag first = put("open/none-match", DIGITS);
        assertNotOpened("open/none-match", GetOptions.WHOLE.ifNoneMatch(first), Status.NOT_MODIFIED);

        put("open/none-match", "another");

        assertThat(text(open("open/none-match", GetOptions.WHOLE.ifNoneMatch(first))))
                .isEqualTo("another");
    }

    @Test
    default void aMissingObjectIsNotOpened() {
        ETag etag = new ETag("0123456789abcdef0123456789abcdef");

        assertNotOpened("open/missing", GetOptions.WHOLE, Status.MISSING);
        assertNotOpened("open/missing", GetOptions.WHOLE.range(1, 2), Status.MISSING);
        assertNotOpened("open/missing", GetOptions.WHOLE.ifNoneMatch(etag), Status.MISSING);
        assertThat(store().readIfChanged(new ObjectKey("open/missing"), etag).status())
                .isEqualTo(Status.MISSING);
    }

    @Test
    default void aMissingBucketIsAFailure() {
        assertThatThrownBy(() -> storeWithoutBucket().open(new ObjectKey("key"), GetOptions.WHOLE))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.NO_SUCH_BUCKET));
    }

    /** More often than there are connections. */
    @Test
    default void anObjectMayBeClosedBeforeItsEnd() throws IOException {
        put("open/large", DIGITS.repeat(1 << 20));

        for (int i = 0; i < 20; i++) {
            try (OpenObject object = open("open/large", GetOptions.WHOLE)) {
                assertThat(object.body().read()).isEqualTo('0');
            }
        }

        assertThat(text(open("open/large", GetOptions.WHOLE))).isEqualTo(DIGITS.repeat(1 << 20));
    }

    @Test
    default void bytesAreNotDecompressed() {
        ObjectKey key = new ObjectKey("open/encoded");
        ObjectHeaders gzip = new ObjectHeaders("text/plain", Optional.of("gzip"), Optional.empty(), Map.of(), Map.of());
        store().put(key, Body.of("in fact not gzip".getBytes(UTF_8)), gzip);

        OpenObject object = open("open/encoded", GetOptions.WHOLE);

        assertThat(object.headers().contentEncoding()).contains("gzip");
        assertThat(text(object)).isEqualTo("in fact not gzip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a+b", "a%2Fb", "é😀", "#?&=;,@$!'()~", "{x}[y]"})
    default void anyKeyIsOpened(String name) {
        put("open/names/" + name, name);

        assertThat(text(open("open/names/" + name, GetOptions.WHOLE.from(1))))
                .isEqualTo(new String(name.getBytes(UTF_8), 1, name.getBytes(UTF_8).length - 1, UTF_8));
    }

    @Test
    default void aSmallObjectIsReadOnlyIfItHasChanged() {
        ObjectKey key = new ObjectKey("open/small");
        ETag first = put("open/small", "first");
        assertThat(store().readIfChanged(key, first)).isEqualTo(GetResult.without(Status.NOT_MODIFIED));

        put("open/small", "second");

        ReadObject read = store().readIfChanged(key, first).object().orElseThrow();
        assertThat(read.bytes()).asString(UTF_8).isEqualTo("second");
        assertThat(store().readIfChanged(key, read.etag().orElseThrow()).status())
                .isEqualTo(Status.NOT_MODIFIED);
    }
}
