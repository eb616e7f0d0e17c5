package io.github.artifactpublisher.store.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** Clients that were opened to find credentials are closed. */
class SigningCredentialsTest {
    @Test
    void allThatWasOpenedIsClosedWithTheIdentity() {
        List<String> closed = new ArrayList<>();
        SigningCredentials credentials = new SigningCredentials(
                AnonymousCredentialsProvider.create(),
                "the test",
                Optional.empty(),
                List.of(() -> closed.add("provider"), () -> closed.add("client")));

        new S3Identity(new SigningRegion(Region.EU_CENTRAL_1, "the test"), credentials).close();

        assertThat(closed).containsExactly("provider", "client");
    }
}
