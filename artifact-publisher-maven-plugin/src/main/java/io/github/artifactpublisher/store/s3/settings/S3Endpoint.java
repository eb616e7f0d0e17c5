package io.github.artifactpublisher.store.s3.settings;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a server other than Amazon's default. The source is not part of equality.
 *
 * @param uri scheme, host and port
 * @param source the setting that names it
 */
public record S3Endpoint(URI uri, String source) {
    /** The property of this plugin that sets the endpoint. */
    public static final String PROPERTY = "artifacts.endpoint";

    /**
     * "Amazon S3 endpoints": {@code s3.eu-west-1.amazonaws.com}, {@code s3-fips.dualstack.us-gov-west-1.amazonaws.com}.
     */
    private static final Pattern AMAZON = Pattern.compile(
            "(?:.*\\.)?s3(?:-fips)?[.-](?:dualstack\\.)?([a-z]{2}(?:-[a-z]+)+-[0-9]+)(?:\\.vpce)?\\.amazonaws\\.com(?:\\.cn)?");

    /** Returns the region, if this is an endpoint of Amazon that contains one. */
    public Optional<String> region() {
        Matcher amazon = AMAZON.matcher(uri.getHost().toLowerCase(Locale.ROOT));
        return amazon.matches() ? Optional.of(amazon.group(1)) : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof S3Endpoint endpoint && uri.equals(endpoint.uri);
    }

    @Override
    public int hashCode() {
        return uri.hashCode();
    }

    @Override
    public String toString() {
        return uri + " (" + source + ")";
    }
}
