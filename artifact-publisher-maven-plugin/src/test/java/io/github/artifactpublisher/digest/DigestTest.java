package io.github.artifactpublisher.digest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {
    /** The test suite of RFC 1321 gives the MD5 of "abc", FIPS 180-4 its SHA-256. */
    private static final String ABC_MD5 = "900150983cd24fb0d6963f7d28e17f72";

    private static final String ABC_SHA256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void digestsOfTheStandardsExample() {
        Digests digests = Digests.of("abc".getBytes(US_ASCII));

        assertThat(digests.size()).isEqualTo(3);
        assertThat(digests.md5()).isEqualTo(new Md5(ABC_MD5));
        assertThat(digests.sha256()).isEqualTo(new Sha256(ABC_SHA256));
    }

    @Test
    void contentMd5IsBase64OfTheBytesNotOfTheHexDigits() {
        assertThat(new Md5(ABC_MD5).base64())
                .isEqualTo("kAFQmDzST7DWlj99KOF/cg==")
                .hasSize(24);
    }

    @Test
    void sha256IsEncodedToBase64AndDecoded() {
        Sha256 sha256 = new Sha256(ABC_SHA256);

        assertThat(Sha256.ofBase64(sha256.base64())).isEqualTo(sha256);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "900150983cd24fb0d6963f7d28e17f7",
                "900150983cd24fb0d6963f7d28e17f7g",
                "kAFQmDzST7DWlj99KOF/cg=="
            })
    void rejectsInvalidMd5(String hex) {
        assertThatThrownBy(() -> new Md5(hex)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyWayToWriteOrReadGivesTheSameDigests() throws IOException {
        byte[] bytes = "some bytes that pass by in pieces".getBytes(US_ASCII);
        DigestingOutputStream out = new DigestingOutputStream(OutputStream.nullOutputStream());
        out.write(bytes[0]);
        out.write(bytes, 1, 10);
        out.write(bytes, 11, bytes.length - 11);
        DigestingInputStream in = new DigestingInputStream(new ByteArrayInputStream(bytes));
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        read.write(in.read());
        in.transferTo(read);

        assertThat(out.digests()).isEqualTo(Digests.of(bytes));
        assertThat(in.digests()).isEqualTo(Digests.of(bytes));
        assertThat(read.toByteArray()).isEqualTo(bytes);
    }

    @Test
    void skippedBytesAreDigested() throws IOException {
        byte[] bytes = "abcdef".getBytes(US_ASCII);
        DigestingInputStream in = new DigestingInputStream(new ByteArrayInputStream(bytes));

        assertThat(in.skip(4)).isEqualTo(4);
        in.transferTo(OutputStream.nullOutputStream());

        assertThat(in.digests()).isEqualTo(Digests.of(bytes));
    }

    @Test
    void skipsNothingAtTheEndAndForANegativeCount() throws IOException {
        DigestingInputStream in = new DigestingInputStream(new ByteArrayInputStream(new byte[1]));
        Sha256InputStream sha256 = new Sha256InputStream(new ByteArrayInputStream(new byte[1]));

        assertThat(in.skip(-1)).isZero();
        assertThat(sha256.skip(-1)).isZero();
        in.read();
        assertThat(in.skip(1)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"900150983cd24fb0d6963f7d28e17f72\"', true",
        "900150983CD24FB0D6963F7D28E17F72, true",
        "'W/\"900150983cd24fb0d6963f7d28e17f72\"', true",
        "'\"900150983cd24fb0d6963f7d28e17f72-3\"', false",
        "'\"900150983cd24fb0d6963f7d28e17f73\"', false"
    })
    void comparesETagsWithoutQuotesAndCase(String header, boolean matches) {
        assertThat(ETag.parse(header).matches(new Md5(ABC_MD5))).isEqualTo(matches);
    }

    @Test
    void multipartETagDoesNotLookLikeAnMd5() {
        assertThat(ETag.parse(ABC_MD5).isMd5Shaped()).isTrue();
        assertThat(ETag.parse(ABC_MD5 + "-2").isMd5Shaped()).isFalse();
    }

    @Test
    void emptyETagIsRejected() {
        assertThatThrownBy(() -> ETag.parse("\"\"")).isInstanceOf(IllegalArgumentException.class);
    }

    /** Two parts "abc"; the expected values were computed with another program. */
    @Test
    void multipartDigestsAreDigestsOfTheDigestsOfTheParts() {
        Digests abc = Digests.of("abc".getBytes(US_ASCII));

        assertThat(ETag.ofParts(List.of(abc.md5(), abc.md5()))).hasToString("043a916d6cfeecedf5e04f0312ba762d-2");
        assertThat(CompositeSha256.of(List.of(abc.sha256(), abc.sha256())))
                .hasToString("O3ccqX48F2mK/yEif6BGtWIqMNjuXS3k7hERoc3yWO4=-2");
    }

    @Test
    void parsesACompositeSha256AndNoOther() {
        CompositeSha256 parts = CompositeSha256.of(List.of(new Sha256(ABC_SHA256)));

        assertThat(CompositeSha256.parse(parts.toString())).contains(parts);
        assertThat(CompositeSha256.parse(new Sha256(ABC_SHA256).base64())).isEmpty();
    }

    @Test
    void eTagShowsTheNumberOfParts() {
        ETag tag = new ETag(ABC_MD5 + "-12");

        assertThat(tag.isMultipart(12)).isTrue();
        assertThat(tag.isMultipart(1)).isFalse();
        assertThat(tag.isMd5Shaped()).isFalse();
        assertThat(new ETag(ABC_MD5).isMultipart(1)).isFalse();
        assertThat(new ETag("abc-12").isMultipart(12)).isFalse();
        assertThat(tag.matches(new ETag(ABC_MD5.toUpperCase(Locale.ROOT) + "-12")))
                .isTrue();
    }

    @Test
    void everyWayToReadGivesSizeAndSha256() throws IOException {
        byte[] bytes = "some bytes that pass by in pieces".getBytes(US_ASCII);
        Sha256InputStream in = new Sha256InputStream(new ByteArrayInputStream(bytes));
        in.read();
        assertThat(in.skip(3)).isEqualTo(3);
        in.transferTo(OutputStream.nullOutputStream());

        assertThat(in.size()).isEqualTo(bytes.length);
        assertThat(in.skip(1)).isZero();
        assertThat(in.sha256()).isEqualTo(Digests.of(bytes).sha256());
    }
}
