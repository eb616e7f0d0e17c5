package io.github.artifactpublisher.maven.settings;

import io.github.artifactpublisher.text.Quoted;
import io.github.artifactpublisher.text.Sourced;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rejects an endpoint that contains the bucket, such as a URL copied from a web console. Each request names the bucket,
 * too, so all objects would be stored in a folder with the name of the bucket.
 */
final class EndpointBucketCheck {
    /** The paths of servers with their S3 API below a path: Supabase Storage. */
    private static final Set<String> PATHS_OF_SERVERS = Set.of("/storage/v1/s3");

    /** "Amazon S3 endpoints": the bucket comes before {@code s3}, {@code s3-…} or an interface endpoint. */
    private static final Pattern AMAZON = Pattern.compile(
            "(?:(?<bucket>.+?)\\.)?(?:(?:bucket|accesspoint)\\.vpce-[^.]+\\.)?s3(?:[.-][a-z0-9.-]+)?\\.amazonaws\\.com(?:\\.cn)?");

    private final Sourced<String> given;
    private final URI endpoint;
    private final String bucket;

    /**
     * Creates a check.
     *
     * @param given the endpoint as the user has set it
     * @param endpoint the same endpoint, parsed
     * @param bucket the bucket's name
     */
    EndpointBucketCheck(Sourced<String> given, URI endpoint, String bucket) {
        this.given = given;
        this.endpoint = endpoint;
        this.bucket = bucket;
    }

    /**
     * Checks path and host.
     *
     * @param pathStyle the setting, if the user has set it; {@code true} means that the host has no bucket
     * @throws SettingException if the endpoint names a bucket; its advice has the corrected setting
     */
    void refuse(Optional<Boolean> pathStyle) {
        refusePath();
        String host = endpoint.getHost().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        Matcher amazon = AMAZON.matcher(host);
        if (isInterfaceEndpoint(host)) {
            return;
        }
        if (amazon.matches() && amazon.group("bucket") != null) {
            throw refused("names the bucket '" + amazon.group("bucket") + "' in its host", atHost(rest(host, amazon)));
        }
        String label = bucket.toLowerCase(Locale.ROOT) + ".";
        if (!host.startsWith(label) || host.matches("[0-9.]+")) {
            return;
        }
        String rest = host.substring(label.length());
        if (rest.matches("s3[.-].*") || !pathStyle.orElse(false)) {
            throw refused(
                    "begins with the name of the bucket '" + bucket + "', but each request names the bucket as well",
                    atHost(rest) + " If this is the name of the server itself, set artifacts.pathStyle=true.");
        }
    }

    private void refusePath() {
        String path = Optional.ofNullable(endpoint.getPath()).orElse("").replaceAll("/+$", "");
        if (path.isEmpty() || PATHS_OF_SERVERS.contains(path)) {
            return;
        }
        boolean named = Arrays.stream(path.split("/")).anyMatch(bucket::equalsIgnoreCase);
        throw refused(
                named
                        ? "has the bucket '" + bucket + "' in its path, but each request names the bucket as well"
                        : "has the path '" + Quoted.text(path) + "', and everything would be stored below it",
                atHost(endpoint.getHost())
                        + (named
                                ? ""
                                : " Set the bucket with artifacts.bucket and folders with artifacts.targetPaths."));
    }

    private SettingException refused(String reason, String advice) {
        return new SettingException(given.source(), "is '" + Quoted.text(given.value()) + "', which " + reason, advice);
    }

    private String atHost(String host) {
        try {
            URI right = new URI(endpoint.getScheme(), null, host, endpoint.getPort(), null, null, null);
            return Settings.line(given.source(), right.toString());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String rest(String host, Matcher amazon) {
        return host.substring(amazon.end("bucket") + 1);
    }

    /**
     * "AWS PrivateLink for Amazon S3": {@code bucket.vpce-….s3.REGION.vpce.amazonaws.com} is the same for all buckets.
     */
    private static boolean isInterfaceEndpoint(String host) {
        return host.matches("(bucket|accesspoint)\\.vpce-.*\\.vpce\\.amazonaws\\.com(\\.cn)?");
    }
}
