package io.github.artifactpublisher.store.s3.settings;

import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Facts;
import io.github.artifactpublisher.store.StoreException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * The trusted certificates: those of the JVM's trust store, which {@code MAVEN_OPTS} may set, and in addition those of
 * {@code AWS_CA_BUNDLE}.
 */
public final class TrustedCertificates {
    private static final String TRUST_STORE = "javax.net.ssl.trustStore";

    private TrustedCertificates() {}

    /**
     * Returns managers that trust both.
     *
     * @param bundle a file of PEM certificates, and its setting
     * @throws StoreException if the file cannot be read or contains no certificate
     */
    public static TrustManager[] with(AwsSetting bundle) {
        try {
            KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            List<Certificate> trusted = new ArrayList<>(read(bundle));
            trusted.addAll(List.of(ofJvm().getAcceptedIssuers()));
            for (int i = 0; i < trusted.size(); i++) {
                all.setCertificateEntry("trusted-" + i, trusted.get(i));
            }
            return managers(all);
        } catch (GeneralSecurityException | IOException e) {
            throw refused(bundle, "the JVM's trust store cannot be read: " + e.getMessage(), e);
        }
    }

    /** Describes the sources of the certificates, for a message. */
    public static String describe(Optional<AwsSetting> bundle) {
        String store = Optional.ofNullable(System.getProperty(TRUST_STORE))
                .map(file -> file + " (" + TRUST_STORE + ")")
                .orElse(Path.of(System.getProperty("java.home"), "lib", "security", "cacerts") + " (the JVM's)");
        return store
                + bundle.map(more -> " and " + more.value() + " (" + more.source() + ")")
                        .orElse("");
    }

    private static Collection<? extends Certificate> read(AwsSetting bundle) {
        try (InputStream in = Files.newInputStream(Path.of(bundle.value()))) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw refused(bundle, "it contains no certificate", null);
            }
            return certificates;
        } catch (IOException | IllegalArgumentException e) {
            throw refused(bundle, "it cannot be read", e);
        } catch (CertificateException e) {
            throw refused(bundle, "it is not a file of PEM certificates", e);
        }
    }

    private static StoreException refused(AwsSetting bundle, String reason, Exception cause) {
        return new StoreException(
                Kind.BAD_CA_BUNDLE, Facts.before("certificates", bundle.value(), bundle.source(), reason), cause);
    }

    private static X509TrustManager ofJvm() throws GeneralSecurityException {
        return (X509TrustManager) managers(null)[0];
    }

    private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
