package io.github.artifactpublisher.store.s3.settings;

import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Facts;
import io.github.artifactpublisher.store.StoreException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileLocation;

/**
 * The settings that all AWS tools read by themselves, in the order of the "AWS SDKs and Tools Reference Guide": system
 * properties and variables, then the profile. An empty value counts as none. Thread-safe; the profile's files are read
 * once, when they are first needed.
 */
public final class AwsSettings {
    private static final String PROFILE = "AWS_PROFILE";

    private final Map<String, String> environment;
    private final UnaryOperator<String> properties;
    private final AwsSetting profile;
    private ProfileFile files;

    /**
     * Creates the settings of these sources.
     *
     * @param environment the environment variables
     * @param properties returns the value of a system property, or null
     * @param profile the profile that a setting of this plugin names
     */
    public AwsSettings(
            Map<String, String> environment, UnaryOperator<String> properties, Optional<AwsSetting> profile) {
        this.environment = environment;
        this.properties = properties;
        this.profile = profile.or(() -> property("aws.profile"))
                .or(() -> variable(PROFILE))
                .orElse(new AwsSetting("default", "the default"));
    }

    /** Returns the name of the profile, which need not exist. */
    public AwsSetting profile() {
        return profile;
    }

    /** The files with the profiles. */
    public synchronized ProfileFile files() {
        if (files == null) {
            files = read();
        }
        return files;
    }

    /** Whether the profile exists in one of the files. */
    public boolean hasProfile() {
        return files().profile(profile.value()).isPresent();
    }

    /** Returns the endpoint of S3; one for S3 only comes first ("Service-specific endpoints"). */
    public Optional<AwsSetting> endpointUrl() {
        boolean ignored = firstOf(
                        property("aws.ignoreConfiguredEndpointUrls"),
                        variable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"),
                        ofProfile("ignore_configured_endpoint_urls"))
                .filter(AwsSettings::isOn)
                .isPresent();
        return ignored
                ? Optional.empty()
                : firstOf(
                        property("aws.endpointUrlS3"),
                        variable("AWS_ENDPOINT_URL_S3"),
                        property("aws.endpointUrl"),
                        variable("AWS_ENDPOINT_URL"),
                        ofServices(),
                        ofProfile("endpoint_url"));
    }

    /** Returns the region; {@code AWS_DEFAULT_REGION} is the variable of the AWS CLI and boto3. */
    public Optional<AwsSetting> region() {
        return firstOf(
                property("aws.region"), variable("AWS_REGION"), variable("AWS_DEFAULT_REGION"), ofProfile("region"));
    }

    /** Returns a file of additional trusted PEM certificates. */
    public Optional<AwsSetting> caBundle() {
        return firstOf(variable("AWS_CA_BUNDLE"), ofProfile("ca_bundle"));
    }

    /** Returns the setting that requests FIPS or dual-stack endpoints, which only Amazon has. */
    public Optional<AwsSetting> endpointVariant() {
        return Stream.of(
                        firstOf(
                                property("aws.useFipsEndpoint"),
                                variable("AWS_USE_FIPS_ENDPOINT"),
                                ofProfile("use_fips_endpoint")),
                        firstOf(
                                property("aws.useDualstackEndpoint"),
                                variable("AWS_USE_DUALSTACK_ENDPOINT"),
                                ofProfile("use_dualstack_endpoint")))
                .flatMap(Optional::stream)
                .filter(AwsSettings::isOn)
                .findFirst();
    }

    private static boolean isOn(AwsSetting flag) {
        return flag.value().equalsIgnoreCase("true");
    }

    @SafeVarargs
    private static Optional<AwsSetting> firstOf(Optional<AwsSetting>... places) {
        for (Optional<AwsSetting> place : places) {
            if (place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }

    private Optional<AwsSetting> property(String name) {
        return present(properties.apply(name), "-D" + name);
    }

    private Optional<AwsSetting> variable(String name) {
        return present(environment.get(name), name);
    }

    private Optional<AwsSetting> ofProfile(String name) {
        return files().profile(profile.value())
                .flatMap(found -> found.property(name))
                .flatMap(value -> present(value, name + " of the AWS profile '" + profile.value() + "'"));
    }

    /** {@code services = NAME} in the profile, and in {@code [services NAME]} the line {@code s3 =} with its own. */
    private Optional<AwsSetting> ofServices() {
        return files().profile(profile.value())
                .flatMap(found -> found.property("services"))
                .flatMap(name -> files().getSection("services", name))
                .flatMap(services -> services.property("s3.endpoint_url"))
                .flatMap(value ->
                        present(value, "s3 endpoint_url in the services of the AWS profile '" + profile.value() + "'"));
    }

    private static Optional<AwsSetting> present(String value, String source) {
        return Optional.ofNullable(value)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> new AwsSetting(text, source));
    }

    private ProfileFile read() {
        Path config = file("aws.configFile", "AWS_CONFIG_FILE", ProfileFileLocation::configurationFilePath);
        Path credentials = file(
                "aws.sharedCredentialsFile", "AWS_SHARED_CREDENTIALS_FILE", ProfileFileLocation::credentialsFilePath);
        ProfileFile.Aggregator both = ProfileFile.aggregator();
        add(both, credentials, ProfileFile.Type.CREDENTIALS);
        add(both, config, ProfileFile.Type.CONFIGURATION);
        return both.build();
    }

    private Path file(String property, String variable, Supplier<Path> usual) {
        return property(property)
                .or(() -> variable(variable))
                .map(given -> Path.of(given.value().replaceFirst("^~(?=[/\\\\])", home())))
                .orElseGet(usual);
    }

    private static String home() {
        return Matcher.quoteReplacement(System.getProperty("user.home"));
    }

    private static void add(ProfileFile.Aggregator both, Path file, ProfileFile.Type type) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            both.addFile(ProfileFile.builder().content(file).type(type).build());
        } catch (RuntimeException e) {
            String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new StoreException(
                    Kind.BAD_AWS_SETTING, Facts.before("settings", file.toString(), file.toString(), message), e);
        }
    }
}
