package io.github.artifactpublisher.store;

import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.digest.Sha256OfParts;
import java.util.Optional;

/**
 * What the store answered to a put. The store has compared nothing for us: whoever gets the receipt does.
 *
 * @param etag the ETag as the response gave it, if it gave one
 * @param etagOfMd5 whether the response lets the ETag be made of MD5s: of that of the body, or of those of the parts;
 *     false if it names an encryption that makes the ETag something else
 * @param sha256 the SHA-256 of all bytes that the store says it has computed, if it says one
 * @param sha256OfParts the same, if it is one made of those of the parts
 * @param versionId the version of the object, if the bucket keeps versions
 */
public record Receipt(
        Optional<ETag> etag,
        boolean etagOfMd5,
        Optional<Sha256> sha256,
        Optional<Sha256OfParts> sha256OfParts,
        Optional<String> versionId) {
    /** This with another ETag. */
    public Receipt withEtag(ETag other) {
        return new Receipt(Optional.of(other), etagOfMd5, sha256, sha256OfParts, versionId);
    }

    /** Whether the ETag can be compared with the MD5 of the body. */
    public boolean etagIsMd5() {
        return etagOfMd5 && etag.map(ETag::isMd5Shaped).orElse(false);
    }

    /** Whether the ETag can be compared with that of an object in so many parts. */
    public boolean etagIsOfParts(int parts) {
        return etagOfMd5 && etag.map(tag -> tag.isShapedAsOf(parts)).orElse(false);
    }
}
