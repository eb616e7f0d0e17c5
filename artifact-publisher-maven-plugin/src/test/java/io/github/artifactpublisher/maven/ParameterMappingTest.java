package io.github.artifactpublisher.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.artifactpublisher.ci.BuildRef;
import io.github.artifactpublisher.ci.CiDetection;
import io.github.artifactpublisher.ci.CiFiles;
import io.github.artifactpublisher.ci.KnownGit;
import io.github.artifactpublisher.glob.Glob;
import io.github.artifactpublisher.layout.KeyMode;
import io.github.artifactpublisher.layout.TemplateException;
import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.maven.settings.ModuleSettings;
import io.github.artifactpublisher.maven.settings.ModuleSettings.Names;
import io.github.artifactpublisher.maven.settings.ModuleSettings.OnFailure;
import io.github.artifactpublisher.maven.settings.PublishSettings;
import io.github.artifactpublisher.maven.settings.PublishSettings.IfEmpty;
import io.github.artifactpublisher.maven.settings.PublishSettingsReader;
import io.github.artifactpublisher.maven.settings.SelectionParameter;
import io.github.artifactpublisher.maven.settings.SelectionScope.Base;
import io.github.artifactpublisher.maven.settings.SelectionSettings;
import io.github.artifactpublisher.maven.settings.SettingException;
import io.github.artifactpublisher.maven.settings.Settings;
import io.github.artifactpublisher.maven.settings.StoreConnection;
import io.github.artifactpublisher.outputs.Coordinates;
import io.github.artifactpublisher.outputs.ObjectAttributes;
import io.github.artifactpublisher.outputs.PathEntry;
import io.github.artifactpublisher.outputs.SafetyCheck.Allowances;
import io.github.artifactpublisher.outputs.Selection;
import io.github.artifactpublisher.report.PlanFormat;
import io.github.artifactpublisher.store.s3.settings.Access.Role;
import io.github.artifactpublisher.store.s3.settings.Access.StaticCredentials;
import io.github.artifactpublisher.store.s3.settings.RequestOptions.Checksums;
import io.github.artifactpublisher.store.s3.settings.S3Endpoint;
import io.github.artifactpublisher.store.s3.settings.S3Settings;
import io.github.artifactpublisher.testing.TestAttributes;
import io.github.artifactpublisher.text.ByteSize;
import java.io.File;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.settings.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each parameter of the goals arrives in the checked values that the plugin works with, and none changes another value.
 * A parameter without a row here fails the test.
 */
class ParameterMappingTest {
    private static final String ROLE = "arn:aws:iam::123456789012:role/ci";

    private static final Map<String, String> PUSH = Map.of(
            "GITHUB_ACTIONS", "true",
            "GITHUB_REPOSITORY", "acme/app",
            "GITHUB_REF", "refs/heads/main",
            "GITHUB_REF_TYPE", "branch",
            "GITHUB_REF_NAME", "main",
            "AWS_CONFIG_FILE", "there-is-none",
            "AWS_SHARED_CREDENTIALS_FILE", "there-is-none");

    /** Rows that read the same value, and the default that depends on another parameter. */
    private static final List<Set<String>> RELATED = List.of(
            Set.of("slug", "branch", "targetPaths"),
            Set.of("includes", "untracked", "paths", "selections"),
            Set.of("endpoint", "pathStyle"));

    private static Stream<Row> rows() {
        return Stream.of(
                row("bucket", "other", s -> s.s3().bucket(), "builds", "other"),
                optional("region", "eu-central-1", s -> s.s3().region()),
                row(
                        "endpoint",
                        "https://s3.example.com",
                        s -> s.s3().endpoint().map(S3Endpoint::uri),
                        Optional.empty(),
                        Optional.of(URI.create("https://s3.example.com"))),
                flag("pathStyle", s -> s.s3().pathStyle()),
                row("allowInsecureEndpoint", "true", s -> s.s3().isPlainHttp(), Seen.REFUSED, true)
                        .with("endpoint", "http://s3.example.com"),
                row(
                        "serverId",
                        "s3-builds",
                        s -> s.s3().access().credentials().map(StaticCredentials::accessKeyId),
                        Optional.empty(),
                        Optional.of("the key")),
                row(
                        "profile",
                        "ci",
                        s -> List.of(
                                s.s3().access().profile(),
                                s.s3().aws().profile().value()),
                        List.of(Optional.empty(), "default"),
                        List.of(Optional.of("ci"), "ci")),
                optional("roleArn", ROLE, s -> s.s3().access().role().map(Role::arn)),
                optional("roleExternalId", "x", s -> s.s3().access().role().flatMap(Role::externalId))
                        .with("roleArn", ROLE),
                row(
                                "roleSessionName",
                                "nightly",
                                s -> s.s3().access().role().orElseThrow().sessionName(),
                                "artifact-publisher",
                                "nightly")
                        .with("roleArn", ROLE),
                optional(
                        "expectedBucketOwner",
                        "123456789012",
                        s -> s.s3().bucketOptions().expectedBucketOwner()),
                flag("requesterPays", s -> s.s3().bucketOptions().requesterPays()),
                row(
                        "concurrency",
                        "4",
                        s -> List.of(s.publish().transfer().concurrency(), s.s3().connections()),
                        List.of(16, 32),
                        List.of(4, 20)),
                row("memory", "256MiB", s -> s.publish().transfer().memory(), 64L << 20, 256L << 20),
                row("multipartThreshold", "8MiB", s -> s.publish().transfer().threshold(), 16L << 20, 8L << 20),
                row("retryFor", "7m", s -> s.s3().requests().retryFor(), Duration.ofMinutes(3), Duration.ofMinutes(7)),
                row(
                        "requestTimeout",
                        "41s",
                        s -> s.s3().requests().requestTimeout(),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(41)),
                row("checksums", "none", s -> s.s3().requests().checksums(), Checksums.AUTO, Checksums.NONE),
                row("slug", "b/c", Seen::targets, "artifacts/acme/app/main/", "artifacts/b/c/main/"),
                row("branch", "next", Seen::targets, "artifacts/acme/app/main/", "artifacts/acme/app/next/"),
                row(
                        "targetPaths",
                        List.of("x/{branch}", "y/{repo}"),
                        Seen::targets,
                        "artifacts/acme/app/main/",
                        "x/main/ y/app/"),
                row("pullRequests", "number", Seen::targets, "artifacts/acme/app/topic/", "artifacts/acme/app/pull/12/")
                        .in(Map.of(
                                "GITHUB_ACTIONS", "false",
                                "TRAVIS", "true",
                                "TRAVIS_REPO_SLUG", "acme/app",
                                "TRAVIS_BRANCH", "main",
                                "TRAVIS_EVENT_TYPE", "pull_request",
                                "TRAVIS_PULL_REQUEST", "12",
                                "TRAVIS_PULL_REQUEST_BRANCH", "topic",
                                "TRAVIS_PULL_REQUEST_SLUG", "acme/app")),
                row("trustedTriggers", List.of("workflow_run"), s -> s.ref() instanceof BuildRef.Published, false, true)
                        .in(Map.of("GITHUB_EVENT_NAME", "workflow_run")),
                row("environment", List.of("JDK"), Seen::targets, Seen.REFUSED, "jdk/17/")
                        .with("targetPaths", List.of("jdk/{env.JDK}"))
                        .in(Map.of("JDK", "17")),
                row("keys", "encoded", s -> s.publish().plan().keys(), KeyMode.RAW, KeyMode.ENCODED),
                flag("skip", s -> s.module().isSkipped()),
                row("check", "false", s -> s.module().isChecked(), true, false),
                row("names", "coordinates", s -> s.module().names(), Names.FILE, Names.COORDINATES),
                row("ifEmpty", "warn", s -> s.publish().ifEmpty(), IfEmpty.FAIL, IfEmpty.WARN),
                optional("encryption", "AES256", s -> s.s3().bucketOptions().encryption()),
                optional("kmsKeyId", "alias/builds", s -> s.s3().bucketOptions().kmsKeyId())
                        .with("encryption", "aws:kms"),
                optional(
                        "storageClass",
                        "STANDARD_IA",
                        s -> s.s3().bucketOptions().storageClass()),
                optional("acl", "public-read", s -> s.s3().bucketOptions().acl()),
                optional("cacheControl", "no-cache", s -> s.files().attributes().cacheControl()),
                row("metadata", "team=a", s -> s.files().attributes().metadata(), Map.of(), Map.of("team", "a")),
                row("tags", "keep=30d", s -> s.files().attributes().tags(), Map.of(), Map.of("keep", "30d")),
                row("attached", "false", s -> s.files().attached().isPresent(), true, false),
                row(
                        "selections",
                        List.of(selection(Map.of("untracked", "true"))),
                        Seen::selections,
                        List.of(),
                        List.of(Selection.untracked(List.of()))),
                row(
                                "base",
                                "root",
                                s -> s.files().selections(Base.ROOT, List.of()).size(),
                                0,
                                1)
                        .with("untracked", "true"),
                row(
                        "includes",
                        List.of("*.log"),
                        Seen::selections,
                        List.of(),
                        List.of(Selection.globs(List.of("*.log"), List.of()))),
                row(
                                "excludes",
                                List.of("x/"),
                                Seen::selections,
                                List.of(Selection.untracked(List.of())),
                                List.of(Selection.untracked(List.of("x/"))))
                        .with("untracked", "true"),
                row("untracked", "true", Seen::selections, List.of(), List.of(Selection.untracked(List.of()))),
                row(
                        "paths",
                        "a",
                        Seen::selections,
                        List.of(),
                        List.of(Selection.paths(List.of(PathEntry.of("a")), List.of()))),
                allowance("allowHidden", Allowances::hidden),
                allowance("allowSecretLooking", Allowances::secretLooking),
                allowance("allowNestedRepositories", Allowances::nestedRepositories),
                row(
                        "maxSize",
                        "1MB",
                        s -> s.publish().plan().limits().maxSize().map(ByteSize::bytes),
                        Optional.empty(),
                        Optional.of(1_000_000L)),
                row(
                        "maxFiles",
                        "7",
                        s -> s.publish().plan().limits().maxFiles(),
                        OptionalInt.empty(),
                        OptionalInt.of(7)),
                row("gzip", "false", s -> s.files().attributes().gzip(), Optional.empty(), Optional.of(false)),
                row("level", "9", s -> s.files().attributes().level(), OptionalInt.empty(), OptionalInt.of(9)),
                flag("encodeContent", s -> s.publish().plan().encodeContent()),
                flag("allowPartial", s -> s.module().allowsPartial()),
                flag("perModule", s -> s.module().isPerModule()),
                row("onFailure", "reports", s -> s.module().onFailure(), OnFailure.NOTHING, OnFailure.REPORTS),
                row("layout", "by-build", s -> s.publish().options().layout(), Layout.IN_PLACE, Layout.BY_BUILD),
                flag("force", s -> s.publish().options().force()),
                flag("allowOlder", s -> s.publish().options().allowOlder()),
                flag("clean", s -> s.publish().options().clean()),
                flag("allowDirty", s -> s.module().allowsDirty()),
                row("planFormat", "json", s -> s.module().planFormat(), PlanFormat.TEXT, PlanFormat.JSON),
                row(
                        "planFile",
                        new File("plan.json"),
                        s -> s.module().planFile(),
                        Optional.empty(),
                        Optional.of(Path.of("plan.json"))));
    }

    @Test
    void everyParameterHasARow() {
        assertThat(rows().map(row -> "artifacts." + row.name()))
                .containsExactlyInAnyOrderElementsOf(TestParameters.none().keySet());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theParameterArrives(Row row) {
        assertThat(row.arrivedIn(row.with(), row.environment())).as("default").isEqualTo(row.unset());

        Map<String, Object> parameters = new HashMap<>(row.with());
        parameters.put(row.name(), row.value());
        assertThat(row.arrivedIn(parameters, row.environment())).isEqualTo(row.set());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void itsVariableArrives(Row row) {
        if (!Set.of("selections", "planFile").contains(row.name())) {
            Map<String, String> environment = new HashMap<>(row.environment());
            environment.put(row.variable(), row.text());

            Map<String, Object> others = new HashMap<>(row.with());
            others.put(row.name(), null);
            assertThat(row.arrivedIn(others, environment)).isEqualTo(row.set());
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void noOtherValueChanges(Row row) {
        if (row.isIndependent()) {
            for (Row other : rows().filter(Row::isIndependent).toList()) {
                if (RELATED.stream().noneMatch(names -> names.contains(row.name()) && names.contains(other.name()))) {
                    Object expected = other.name().equals(row.name()) ? row.set() : other.unset();
                    assertThat(other.arrivedIn(Map.of(row.name(), row.value()), PUSH))
                            .as(other.name())
                            .isEqualTo(expected);
                }
            }
        }
    }

    /** As the POM has them: the files, and each attribute of the first. */
    @Test
    void everyElementOfASelectionArrives() {
        Map<String, Object> first = Map.of(
                "includes", List.of("site/"),
                "excludes", List.of("site/drafts/"),
                "base", "module",
                "contentType", "text/html",
                "cacheControl", "no-cache",
                "metadata", "a=b",
                "tags", "keep=long",
                "gzip", "false",
                "level", "1");
        List<Map<String, Object>> all = List.of(
                first, Map.of("untracked", "true"), Map.of("paths", "a"), Map.of("attached", "true", "level", "2"));
        Seen seen = seen(
                Map.of(
                        "base",
                        "root",
                        "selections",
                        all.stream().map(ParameterMappingTest::selection).toList()),
                PUSH);

        assertThat(seen.selections())
                .isEqualTo(List.of(Selection.globs(List.of("site/"), List.of("site/drafts/"))
                        .with(new ObjectAttributes(
                                Optional.of("text/html"),
                                Optional.of("no-cache"),
                                Map.of("a", "b"),
                                Map.of("keep", "long"),
                                Optional.of(false),
                                OptionalInt.of(1)))));
        assertThat(seen.files().selections(Base.ROOT, List.of()))
                .containsExactly(
                        Selection.untracked(List.of()), Selection.paths(List.of(PathEntry.of("a")), List.of()));
        assertThat(seen.files().attached()).contains(TestAttributes.level(2));
        assertThat(all.stream()
                        .flatMap(selection -> selection.keySet().stream())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(SelectionParameter.class.getDeclaredFields())
                        .filter(field -> !field.isSynthetic())
                        .map(Field::getName)
                        .toList());
    }

    private static SelectionParameter selection(Map<String, Object> elements) {
        SelectionParameter selection = new SelectionParameter();
        elements.forEach((name, value) -> set(selection, name, value));
        return selection;
    }

    private static void set(Object object, String name, Object value) {
        try {
            GoalStage.set(object, name, value);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Seen seen(Map<String, Object> parameters, Map<String, String> environment) {
        PlanMojo goal = new PlanMojo(null, null, null, null, null, null);
        set(goal, "bucket", "builds");
        parameters.forEach((name, value) -> set(goal, name, value));
        return new Seen(new Settings(goal.configured(), environment), environment);
    }

    /** The checked values of one goal. */
    private record Seen(Settings settings, Map<String, String> environment) {
        static final String REFUSED = "refused";

        private PublishSettingsReader reader() {
            return new PublishSettingsReader(
                    settings,
                    environment,
                    CiDetection.detect(environment, KnownGit.none(), CiFiles.onDisk()),
                    Map.of(),
                    new Coordinates("com.acme", "app", "1.0", Optional.empty(), "jar"),
                    Instant.EPOCH);
        }

        BuildRef ref() {
            return reader().targets().ref();
        }

        PublishSettings publish() {
            return reader().read((BuildRef.Published) ref(), "");
        }

        String targets() {
            return publish().targets().stream().map(Object::toString).collect(Collectors.joining(" "));
        }

        S3Settings s3() {
            Server server = new Server();
            server.setId("s3-builds");
            server.setUsername("the key");
            server.setPassword("the secret");
            org.apache.maven.settings.Settings settingsXml = new org.apache.maven.settings.Settings();
            settingsXml.addServer(server);
            return new StoreConnection(settingsXml, new PlainDecrypter(), environment, "test")
                    .s3Settings(publish().store());
        }

        SelectionSettings files() {
            return new SelectionSettings(settings);
        }

        List<Selection> selections() {
            return files().selections(Base.MODULE, List.of());
        }

        ModuleSettings module() {
            return new ModuleSettings(settings);
        }
    }

    private static Row row(String name, Object value, Function<Seen, Object> arrived, Object unset, Object set) {
        return new Row(name, value, arrived, unset, set, Map.of(), PUSH);
    }

    private static Row flag(String name, Function<Seen, Object> arrived) {
        return row(name, "true", arrived, false, true);
    }

    private static Row optional(String name, String value, Function<Seen, Object> arrived) {
        return row(name, value, arrived, Optional.empty(), Optional.of(value));
    }

    private static Row allowance(String name, Function<Allowances, List<Glob>> arrived) {
        List<String> all = List.of("a/");
        List<Glob> expected = arrived.apply(Allowances.of(all, all, all));
        return row(name, all, s -> arrived.apply(s.files().allowances()), List.of(), expected);
    }

    /**
     * One parameter.
     *
     * @param name the parameter
     * @param value a value that is not the default
     * @param arrived the checked value
     * @param unset the checked value if the parameter is not set
     * @param set the checked value if it is set
     * @param with other parameters that it needs
     * @param environment the environment variables
     */
    private record Row(
            String name,
            Object value,
            Function<Seen, Object> arrived,
            Object unset,
            Object set,
            Map<String, Object> with,
            Map<String, String> environment) {
        Row with(String other, Object otherValue) {
            Map<String, Object> all = new HashMap<>(with);
            all.put(other, otherValue);
            return new Row(name, value, arrived, unset, set, all, environment);
        }

        Row in(Map<String, String> variables) {
            Map<String, String> all = new HashMap<>(environment);
            all.putAll(variables);
            return new Row(name, value, arrived, unset, set, with, all);
        }

        boolean isIndependent() {
            return with.isEmpty() && environment.equals(PUSH);
        }

        /** The checked value, or that the settings are refused. */
        Object arrivedIn(Map<String, Object> parameters, Map<String, String> variables) {
            try {
                return arrived.apply(seen(parameters, variables));
            } catch (SettingException | TemplateException e) {
                return Seen.REFUSED;
            }
        }

        String variable() {
            return "ARTIFACTS_" + name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
        }

        String text() {
            return value instanceof List<?> list
                    ? list.stream().map(Object::toString).collect(Collectors.joining(","))
                    : value.toString();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
