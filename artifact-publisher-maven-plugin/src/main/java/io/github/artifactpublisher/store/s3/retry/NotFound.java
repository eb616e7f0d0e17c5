package io.github.artifactpublisher.store.s3.retry;

import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Kind;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Turns the failure that an object does not exist into an empty result. */
public final class NotFound {
    private NotFound() {}

    /** Sends the request; empty if the object does not exist. */
    public static <T> Optional<T> asEmpty(Supplier<T> request) {
        try {
            return Optional.of(request.get());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (StoreException e) {
            if (isNotFound(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Some servers answer 404 without a body, and so without the code {@code NoSuchKey}. */
    private static boolean isNotFound(StoreException e) {
        return e.kind() == Kind.REFUSED
                && e.facts().code().isEmpty()
                && e.facts().status().filter(status -> status == 404).isPresent();
    }
}
