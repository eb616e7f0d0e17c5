package io.github.artifactpublisher.maven.settings;

import io.github.artifactpublisher.maven.settings.StoreSettings.Bucket;
import io.github.artifactpublisher.maven.settings.StoreSettings.Identity;
import io.github.artifactpublisher.store.RetryListener;
import io.github.artifactpublisher.store.s3.S3ObjectStore;
import io.github.artifactpublisher.store.s3.settings.Access;
import io.github.artifactpublisher.store.s3.settings.AwsSetting;
import io.github.artifactpublisher.store.s3.settings.AwsSettings;
import io.github.artifactpublisher.store.s3.settings.EnvironmentProxies;
import io.github.artifactpublisher.store.s3.settings.ProxyRoutes;
import io.github.artifactpublisher.store.s3.settings.S3Settings;
import java.util.Map;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Opens the bucket for any goal, with the credentials and proxies of settings.xml and of the environment. Thread-safe.
 */
public final class StoreConnection {
    private final ServerCredentials credentials;
    private final ProxyRoutes proxies;
    private final Map<String, String> environment;
    private final String userAgent;

    /**
     * Creates a connection that is not open yet.
     *
     * @param settingsXml Maven's settings
     * @param decrypter decrypts the passwords in them
     * @param environment the environment variables
     * @param userAgent name and version of this program, for the server's log
     */
    public StoreConnection(
            org.apache.maven.settings.Settings settingsXml,
            SettingsDecrypter decrypter,
            Map<String, String> environment,
            String userAgent) {
        this.credentials = new ServerCredentials(settingsXml, decrypter, environment);
        this.proxies =
                new MavenProxies(settingsXml, decrypter, new EnvironmentProxies(environment, System::getProperty));
        this.environment = environment;
        this.userAgent = userAgent;
    }

    /**
     * Opens the bucket. Sends no request to it. The caller closes it.
     *
     * @param listener gets an event for each request that is sent again
     * @throws SettingException if credentials are incomplete or cannot be decrypted
     * @throws io.github.artifactpublisher.store.StoreException if there are no credentials or there is no region
     */
    public S3ObjectStore open(StoreSettings settings, RetryListener listener) {
        return S3ObjectStore.open(s3Settings(settings), listener);
    }

    /**
     * Returns the settings that the bucket is opened with, secrets included.
     *
     * @throws SettingException if credentials are incomplete or cannot be decrypted
     */
    public S3Settings s3Settings(StoreSettings settings) {
        Bucket bucket = settings.bucket();
        Identity identity = settings.identity();
        return new S3Settings(
                bucket.name(),
                bucket.region(),
                bucket.endpoint(),
                bucket.pathStyle(),
                new AwsSettings(
                        environment,
                        System::getProperty,
                        identity.profile().map(name -> new AwsSetting(name, "artifacts.profile"))),
                new Access(credentials.find(identity), identity.profile(), identity.role()),
                settings.objects(),
                proxies,
                settings.requests(),
                settings.connections(),
                userAgent);
    }
}
