package io.github.artifactpublisher.store.s3.settings;

import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Takes "there is no such object" for an answer rather than for a failure. */
public final class Present {
    private Present() {}

    public static <T> Optional<T> of(Supplier<T> request) {
        try {
            return Optional.of(request.get());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }
}
