package io.github.artifactpublisher.maven.message;

import io.github.artifactpublisher.store.ListingException;
import io.github.artifactpublisher.store.Permissions;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Facts;
import io.github.artifactpublisher.text.Quoted;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the messages of failed requests to the S3 server. */
final class StoreFailureMessages {
    private static final Pattern MISSING_PERMISSION =
            Pattern.compile("not authorized to perform: (s[3t]s?:[A-Za-z]+)(?: on resource: \"([^\"\\s]+)\")?");

    private StoreFailureMessages() {}

    static String of(StoreException e) {
        Facts facts = e.facts();
        String object = facts.location() + " (" + facts.endpoint() + ")";
        String message = switch (e.kind()) {
            case NO_SUCH_BUCKET ->
                "The bucket " + bucket(facts) + " does not exist (" + facts.endpoint() + "). Correct"
                        + " artifacts.bucket, artifacts.region or artifacts.endpoint, or create the bucket: this"
                        + " plugin never does.";
            case ACCESS_DENIED ->
                facts.action() + " was denied at " + object + ". Allow the credentials " + permission(facts) + ".";
            case TOO_LARGE ->
                "The object is too large for the server: " + object
                        + ". Amazon S3 allows up to 5 TiB. Split the file, or exclude it with artifacts.excludes.";
            case BODY_DAMAGED ->
                "The server received other bytes than were sent at " + object
                        + ". Check the proxies and gateways on the way to the server.";
            case READ_DAMAGED ->
                "The bytes read from " + object + " do not match the digest that the server reports, in several"
                        + " attempts. Check the proxies, gateways and caches on the way to the server. If the"
                        + " object itself is damaged, delete it and run mvn deploy again.";
            case READ_TOO_LARGE ->
                "The object " + object + " is too large to be read, so it is not a file of this plugin. Delete"
                        + " it, or publish to another path (artifacts.targetPaths).";
            case UNSUPPORTED ->
                "The server does not support " + facts.action() + " as this plugin sends it: " + object
                        + ". Use a server that supports this request.";
            case PRECONDITION_FAILED ->
                "Another program changed the object in the meantime: " + object + ". Run mvn deploy again.";
            case CONFLICT ->
                "Another program is writing the same object: " + object
                        + ". Let only one build at a time publish there, and run mvn deploy again.";
            case SERVER_FAILED ->
                "The server kept failing after all retries: " + object
                        + ". Run mvn deploy again later, or raise artifacts.retryFor.";
            case REFUSED ->
                facts.action() + " failed at " + object
                        + ". Check that the server supports this request, and that the policy of the bucket allows it.";
            default -> ConnectionFailureMessages.of(e.kind(), facts, object);
        };
        return message + serverSaid(e.kind(), facts);
    }

    /** The server's own words, for a further search; some servers send no message or no code. */
    private static String serverSaid(StoreException.Kind kind, Facts facts) {
        if (ConnectionFailureMessages.hasNoAnswer(kind)) {
            return "";
        }
        String said = Stream.of(
                        facts.status().map(status -> "status " + status),
                        facts.code(),
                        facts.message(),
                        facts.requestId().map(id -> "request " + id))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? "" : " (" + said + ")";
    }

    private static String bucket(Facts facts) {
        return facts.location().replaceFirst("s3://([^/]*)/.*", "$1");
    }

    /**
     * The permission that the server names, or else that of the action. Without s3:ListBucket, S3 answers 403 to a GET
     * of an object that does not exist.
     */
    private static String permission(Facts facts) {
        Matcher said = MISSING_PERMISSION.matcher(facts.message().orElse(""));
        if (said.find()) {
            return said.group(1) + " on "
                    + Quoted.text(Optional.ofNullable(said.group(2)).orElse(facts.location()));
        }
        String required = String.join(" and ", Permissions.of(facts.action())) + " on " + facts.location();
        return facts.action().equals("GetObject") || facts.action().equals("HeadObject")
                ? required
                        + " and s3:ListBucket for the bucket (without it, S3 answers 403 if the object does not exist)"
                : required;
    }

    static String of(ListingException e) {
        return "The listing of " + e.address() + " does not end: the server lists " + Quoted.text(e.last())
                + " again, because it ignores start-after of ListObjectsV2. Use a server that supports start-after, or"
                + " keep fewer objects below this path than the server lists in one answer.";
    }
}
