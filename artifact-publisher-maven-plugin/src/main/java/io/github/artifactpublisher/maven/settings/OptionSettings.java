package io.github.artifactpublisher.maven.settings;

import io.github.artifactpublisher.publish.Layout;
import io.github.artifactpublisher.publish.PublishOptions;
import io.github.artifactpublisher.store.s3.settings.ObjectOptions;
import java.util.List;
import java.util.Optional;

/** Reads how a plan is carried out. */
final class OptionSettings {
    private final Settings settings;

    OptionSettings(Settings settings) {
        this.settings = settings;
    }

    /**
     * The options.
     *
     * @param objects how the bucket is to keep the objects
     */
    PublishOptions options(ObjectOptions objects) {
        return new PublishOptions(
                settings.text("artifacts.layout")
                        .map(given -> Settings.parsed(given, Layout::labelled, "is neither 'in-place' nor 'by-build'"))
                        .orElse(Layout.IN_PLACE),
                settings.flag("artifacts.force").orElse(false),
                settings.flag("artifacts.allowOlder").orElse(false),
                settings.flag("artifacts.clean").orElse(false),
                false,
                storage(objects));
    }

    /** Who pays, and whose the bucket is, changes no object. */
    private static String storage(ObjectOptions objects) {
        return List.of(objects.encryption(), objects.kmsKeyId(), objects.storageClass(), objects.acl()).stream()
                .map((Optional<String> value) -> value.orElse(""))
                .toList()
                .toString();
    }
}
