package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.digest.Digests;
import io.github.artifactpublisher.digest.ETag;
import io.github.artifactpublisher.digest.Md5;
import io.github.artifactpublisher.digest.Sha256;
import io.github.artifactpublisher.integrity.VerificationMethod;
import io.github.artifactpublisher.layout.KeyException;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.outputs.Coordinates;
import io.github.artifactpublisher.store.ExistingObjects;
import io.github.artifactpublisher.store.ListedObject;
import java.util.Optional;
import java.util.OptionalLong;

/** An object of a {@link Manifest}, and the file that it was made of. */
record ManifestEntry(
        String key,
        String name,
        long size,
        String sha256,
        boolean executable,
        String groupId,
        String artifactId,
        String version,
        String classifier,
        String extension,
        String contentType,
        String contentEncoding,
        String encoding,
        String attributes,
        Stored stored) {
    static ManifestEntry of(PublishedObject object, String storage) {
        Optional<Coordinates> gav = object.planned().output().coordinates();
        return new ManifestEntry(
                object.key().value(),
                object.planned().output().name(),
                object.originalSize(),
                object.originalSha256().hex(),
                object.planned().output().executable(),
                gav.map(Coordinates::groupId).orElse(null),
                gav.map(Coordinates::artifactId).orElse(null),
                gav.map(Coordinates::version).orElse(null),
                gav.flatMap(Coordinates::classifier).orElse(null),
                gav.map(Coordinates::extension).orElse(null),
                object.planned().form().contentType(),
                object.planned().form().contentEncoded() ? "gzip" : null,
                object.planned().form().gzipped() ? "gzip" : "identity",
                FormDigest.of(object.planned(), storage),
                Stored.of(object));
    }

    /** The object as it stands. */
    record Stored(
            long size, String md5, String sha256, Long partSize, String etag, String versionId, String verifiedBy) {
        static Stored of(PublishedObject object) {
            return new Stored(
                    object.stored().size(),
                    object.stored().md5().hex(),
                    object.stored().sha256().hex(),
                    object.partSize().isPresent() ? object.partSize().getAsLong() : null,
                    object.etag().map(Object::toString).orElse(null),
                    object.versionId().orElse(null),
                    object.method().label());
        }
    }

    /** Whether it lacks what every entry has, or has what none may have. */
    boolean isIncomplete() {
        try {
            return name == null
                    || size < 0
                    || new ObjectKey(key).value().isEmpty()
                    || new Sha256(sha256).hex().isEmpty()
                    || digests().size() < 0
                    || (stored.partSize != null && stored.partSize < 1);
        } catch (IllegalArgumentException | KeyException | NullPointerException e) {
            return true;
        }
    }

    /** Whether the object is the file, gzipped; else it is the file. */
    boolean isGzipped() {
        return "gzip".equals(encoding);
    }

    ObjectKey objectKey() {
        return new ObjectKey(key);
    }

    Digests digests() {
        return new Digests(stored.size, new Md5(stored.md5), new Sha256(stored.sha256));
    }

    Optional<ETag> etag() {
        return Optional.ofNullable(stored.etag).filter(tag -> !tag.isBlank()).map(ETag::new);
    }

    /**
     * Whether the object would be the same if it were made of this file, as far as one can tell without reading it.
     *
     * @param storage how the store keeps objects now, as in {@link PublishOptions}
     */
    boolean mayHold(PlannedObject planned, String storage) {
        return name.equals(planned.output().name())
                && size == planned.size()
                && FormDigest.of(planned, storage).equals(attributes)
                && etag().isPresent()
                && VerificationMethod.fromLabel(stored.verifiedBy).isPresent();
    }

    /** Whether the object stands as it was stored; one whose ETag nobody has said is taken to. */
    boolean isAt(ExistingObjects standing) {
        return etag().map(tag -> standing.at(objectKey())
                        .filter(there -> there.size() == stored.size)
                        .flatMap(ListedObject::etag)
                        .filter(tag::matches)
                        .isPresent())
                .orElse(true);
    }

    /**
     * Whether the object is gone, or certainly another. An ETag that is no MD5, as of one in parts or encrypted by a
     * key of KMS, says nothing here: the same bytes sent again may have another one.
     *
     * @param expected where it has to stand
     */
    boolean isLostIn(ExistingObjects standing, ObjectKey expected) {
        return standing.at(expected)
                .filter(there -> there.size() == stored.size)
                .filter(there -> there.etag().filter(this::isOther).isEmpty())
                .isEmpty();
    }

    private boolean isOther(ETag standing) {
        return etag().filter(tag -> tag.matches(digests().md5())).isPresent()
                && !standing.matches(digests().md5());
    }

    /** The object as that of a file which has not changed. */
    PublishedObject unchanged(PlannedObject planned) {
        return new PublishedObject(
                planned,
                objectKey(),
                size,
                new Sha256(sha256),
                digests(),
                stored.partSize == null ? OptionalLong.empty() : OptionalLong.of(stored.partSize),
                etag(),
                Optional.ofNullable(stored.versionId),
                VerificationMethod.fromLabel(stored.verifiedBy).orElseThrow(),
                true);
    }
}
