package io.github.artifactpublisher.maven.settings;

import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.publish.PublishOptions;
import io.github.artifactpublisher.store.s3.settings.BucketOptions;
import io.github.artifactpublisher.store.s3.settings.RequestOptions;
import io.github.artifactpublisher.store.s3.settings.RequestOptions.Checksums;
import io.github.artifactpublisher.text.ByteSize;
import io.github.artifactpublisher.text.Sourced;
import io.github.artifactpublisher.transfer.TransferLimits;
import java.util.List;
import java.util.Optional;

/** Reads how objects are uploaded and stored: memory, checksums, storage attributes, existing sets. */
final class UploadSettings {
    private static final long DEFAULT_MEMORY = 64L << 20;
    private static final long DEFAULT_THRESHOLD = 16L << 20;

    private final Settings settings;

    UploadSettings(Settings settings) {
        this.settings = settings;
    }

    /**
     * Reads the options of a publication.
     *
     * @param objects how the bucket stores the objects
     */
    PublishOptions options(BucketOptions objects) {
        return new PublishOptions(
                settings.text("artifacts.layout")
                        .map(given -> Settings.parsed(given, Layout::fromLabel, "is neither 'in-place' nor 'by-build'"))
                        .orElse(Layout.IN_PLACE),
                settings.flag("artifacts.force").orElse(false),
                settings.flag("artifacts.allowOlder").orElse(false),
                settings.flag("artifacts.clean").orElse(false),
                false,
                storage(objects));
    }

    /** Payer and owner of the bucket do not change how an object is stored. */
    private static String storage(BucketOptions objects) {
        return List.of(objects.encryption(), objects.kmsKeyId(), objects.storageClass(), objects.acl()).stream()
                .map((Optional<String> value) -> value.orElse(""))
                .toList()
                .toString();
    }

    Checksums checksums() {
        return settings.choice("artifacts.checksums", Checksums.class).orElse(RequestOptions.DEFAULTS.checksums());
    }

    /**
     * Reads how the bucket stores the objects.
     *
     * @param connection the owner of the bucket and the payer
     */
    BucketOptions objects(BucketOptions connection) {
        Optional<String> encryption = settings.matching(
                "artifacts.encryption", "AES256|aws:kms|aws:kms:dsse", "is not one of AES256, aws:kms, aws:kms:dsse");
        return new BucketOptions(
                encryption,
                kmsKey(encryption),
                settings.matching("artifacts.storageClass", "[A-Z_]+", "is not a storage class such as STANDARD_IA"),
                acl(),
                connection.expectedBucketOwner(),
                connection.requesterPays());
    }

    /** S3 PutObject refuses a key without the encryption that it is for. */
    private Optional<String> kmsKey(Optional<String> encryption) {
        Optional<Sourced<String>> given = settings.text("artifacts.kmsKeyId");
        if (given.isPresent()
                && encryption.filter(way -> way.startsWith("aws:kms")).isEmpty()) {
            throw new SettingException(
                    given.get().source(),
                    "is set, but artifacts.encryption does not use a KMS key",
                    "Set artifacts.encryption=aws:kms as well, or remove the key to use that of the bucket.");
        }
        return given.map(Sourced::value);
    }

    /**
     * For {@code private} no ACL is sent, because S3 objects are private without one: travis-ci/artifacts sent it by
     * default, and buckets with ACLs disabled reject any ACL.
     */
    private Optional<String> acl() {
        return settings.text("artifacts.acl")
                .map(given ->
                        Settings.matching(given, "[a-z-]+", "is not a canned ACL such as bucket-owner-full-control"))
                .filter(acl -> !acl.equals("private"));
    }

    /**
     * Reads the limits.
     *
     * @param concurrency the number of files that are uploaded at the same time
     */
    TransferLimits limits(int concurrency) {
        long memory = memory();
        return new TransferLimits(memory, threshold(memory), concurrency);
    }

    private long memory() {
        Optional<Sourced<String>> given = settings.text("artifacts.memory");
        long memory = given.map(text -> Settings.parsedSize(text).bytes()).orElse(DEFAULT_MEMORY);
        if (memory < TransferLimits.MIN_MEMORY) {
            throw refused(
                    given.orElseThrow(),
                    "which is too small: S3 allows no parts of less than "
                            + ByteSize.format(TransferLimits.MIN_THRESHOLD) + ", and two parts must fit",
                    "Set it to at least 10MiB.");
        }
        return memory;
    }

    private long threshold(long memory) {
        Optional<Sourced<String>> given = settings.text("artifacts.multipartThreshold");
        long threshold =
                given.map(text -> Settings.parsedSize(text).bytes()).orElse(Math.min(DEFAULT_THRESHOLD, memory / 2));
        if (threshold < TransferLimits.MIN_THRESHOLD || threshold > TransferLimits.MAX_THRESHOLD) {
            throw refused(given.orElseThrow(), "which S3 does not allow", "Set it to 5MiB or more, up to 5GiB.");
        }
        if (2 * threshold > memory) {
            throw refused(
                    given.orElseThrow(),
                    "which is more than half of artifacts.memory, " + ByteSize.format(memory),
                    "Lower it, or set artifacts.memory to at least " + 2 * threshold + " ("
                            + ByteSize.format(2 * threshold) + ").");
        }
        return threshold;
    }

    private static SettingException refused(Sourced<String> given, String reason, String advice) {
        return new SettingException(given.source(), "is '" + given.value() + "', " + reason, advice);
    }
}
