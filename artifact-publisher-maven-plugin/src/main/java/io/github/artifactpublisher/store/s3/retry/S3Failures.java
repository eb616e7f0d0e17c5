package io.github.artifactpublisher.store.s3.retry;

import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Facts;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.store.s3.retry.NonS3ResponseInterceptor.NonS3ResponseException;
import io.github.artifactpublisher.store.s3.settings.S3Settings;
import io.github.artifactpublisher.store.s3.settings.TrustedCertificates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Turns the exceptions of the SDK into {@link StoreException}s. Immutable. */
public final class S3Failures {
    private final S3Settings settings;
    private final Optional<String> tokenSetting;

    /** Creates the failures of requests to the bucket of these settings. */
    public S3Failures(S3Settings settings) {
        this(settings, Optional.empty());
    }

    private S3Failures(S3Settings settings, Optional<String> tokenSetting) {
        this.settings = settings;
        this.tokenSetting = tokenSetting;
    }

    /** Returns the failures of requests that carry the session token of a setting, if one is given. */
    public S3Failures withToken(Optional<String> setting) {
        return new S3Failures(settings, setting);
    }

    /**
     * Returns the failure of a request.
     *
     * @param action the S3 operation: {@code PutObject}
     * @param key the key or the prefix
     * @throws RuntimeException the exception itself if it is not the SDK's
     */
    public StoreException of(String action, String key, RuntimeException e) {
        if (e instanceof AwsServiceException answer) {
            return ofResponse(action, key, new ErrorResponse(answer));
        }
        List<Throwable> chain = chain(e);
        Optional<Throwable> foreign =
                chain.stream().filter(NonS3ResponseException.class::isInstance).findFirst();
        if (foreign.isPresent()) {
            return new StoreException(
                    Kind.NOT_S3, before(action, key, foreign.get().getMessage()), e);
        }
        if (!(e instanceof SdkException)) {
            throw e;
        }
        Kind kind = ofCertificate(chain).orElseGet(() -> kindWithoutResponse(e, chain));
        Facts facts = before(action, key, describe(chain.get(chain.size() - 1)));
        return new StoreException(
                kind,
                kind == Kind.UNTRUSTED_SERVER
                        ? facts.withExpected(
                                TrustedCertificates.describe(settings.aws().caBundle()))
                        : facts,
                e);
    }

    private StoreException ofResponse(String action, String key, ErrorResponse response) {
        Facts facts = facts(action, key, response);
        if (tokenSetting.isPresent() && response.refusesToken(action)) {
            return new StoreException(Kind.TOKEN_REFUSED, facts.withExpected(tokenSetting.get()), response.exception());
        }
        Kind kind = response.kind();
        Optional<String> expected =
                kind == Kind.REDIRECTED ? response.redirection(settings.bucket()) : Optional.empty();
        return new StoreException(kind, expected.map(facts::withExpected).orElse(facts), response.exception());
    }

    /** Returns the failure of a conditional request: S3 answers "no such key" if the object does not exist. */
    public StoreException ofPrecondition(String action, ObjectKey key, NoSuchKeyException e) {
        return new StoreException(Kind.PRECONDITION_FAILED, facts(action, key.value(), new ErrorResponse(e)), e);
    }

    /** Returns the failure to assume a role, whose ARN is the location. */
    public StoreException ofRole(String arn, RuntimeException e) {
        StoreException failure = e instanceof StoreException known ? known : of("AssumeRole", "", e);
        return new StoreException(failure.kind(), failure.facts().at(arn), e);
    }

    /**
     * Returns the failure to create a client. Before any request, the SDK fails only because of the settings that it
     * reads by itself ({@code AWS_ENDPOINT_URL}, {@code AWS_RETRY_MODE}, a profile), with exceptions of any type.
     */
    public RuntimeException ofOpening(RuntimeException e) {
        boolean ofSdk = e instanceof SdkException
                || e.getClass() == RuntimeException.class
                || e instanceof IllegalArgumentException
                || e instanceof IllegalStateException
                || e instanceof NullPointerException
                || e instanceof UncheckedIOException;
        return ofSdk ? new StoreException(Kind.BAD_AWS_SETTING, before("settings", "", describe(e)), e) : e;
    }

    /**
     * Checks the response to the read of one of the plugin's own files, none of which is a web page.
     *
     * @throws StoreException if it is a web page
     */
    public void requireNoPage(ObjectKey key, SdkHttpResponse response) {
        if (ErrorResponse.isHtml(response)) {
            throw new StoreException(
                    Kind.NOT_S3,
                    before("GetObject", key.value(), "status " + response.statusCode() + ", an HTML page"),
                    null);
        }
    }

    /** Returns a key or prefix as messages show it: {@code s3://bucket/key}. */
    public String location(String key) {
        return settings.location(key);
    }

    /** Returns the facts of a failure that has no response. */
    public Facts before(String action, String key, String message) {
        return Facts.before(action, settings.location(key), settings.endpointName(), message);
    }

    private Facts facts(String action, String key, ErrorResponse response) {
        return new Facts(
                action,
                settings.location(key),
                settings.endpointName(),
                Optional.of(response.status()),
                response.code(),
                response.message(),
                Optional.ofNullable(response.exception().requestId()),
                response.bucketRegion());
    }

    /** Without a response, either the network failed or the SDK did not send the request, as without credentials. */
    private static Kind kindWithoutResponse(RuntimeException e, List<Throwable> chain) {
        if (chain.stream().anyMatch(c -> c instanceof IOException || c instanceof UncheckedIOException)) {
            return Kind.UNREACHABLE;
        }
        boolean credentials = e instanceof SdkClientException
                && String.valueOf(e.getMessage()).contains("Unable to load credentials");
        if (credentials) {
            return Kind.NO_CREDENTIALS;
        }
        return e.getClass().getSimpleName().contains("Timeout") ? Kind.UNREACHABLE : Kind.REFUSED;
    }

    /** The HTTP client compares the host name. The JVM checks the rest, and names it in the cause of its exception. */
    private static Optional<Kind> ofCertificate(List<Throwable> chain) {
        if (chain.stream().anyMatch(SSLPeerUnverifiedException.class::isInstance)) {
            return Optional.of(Kind.WRONG_SERVER_NAME);
        }
        boolean untrusted = chain.stream()
                .anyMatch(cause -> cause instanceof CertificateException
                        || cause instanceof CertPathValidatorException
                        || cause instanceof CertPathBuilderException);
        return untrusted ? Optional.of(Kind.UNTRUSTED_SERVER) : Optional.empty();
    }

    /** Returns an exception and its causes. */
    static List<Throwable> chain(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .toList();
    }

    /** Adds what some messages lack: that of an UnknownHostException is only the host. */
    private static String describe(Throwable root) {
        String message = Optional.ofNullable(root.getMessage())
                .flatMap(text -> text.lines().findFirst())
                .orElse(root.getClass().getSimpleName());
        if (message.startsWith("Unsupported or unrecognized SSL message")) {
            return "the server does not speak TLS on this port: " + message;
        }
        return root instanceof UnknownHostException
                ? "the host " + message.replaceFirst(": .*", "") + " is not known"
                : message;
    }
}
