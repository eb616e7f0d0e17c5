package io.github.artifactpublisher.maven.settings;

import io.github.artifactpublisher.ci.BranchName;
import io.github.artifactpublisher.ci.BuildRef;
import io.github.artifactpublisher.ci.CiBuild;
import io.github.artifactpublisher.ci.PullRequestMode;
import io.github.artifactpublisher.ci.RepositorySlug;
import io.github.artifactpublisher.layout.KeyMode;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.KeyTemplate;
import io.github.artifactpublisher.layout.Placeholders;
import io.github.artifactpublisher.layout.Target;
import io.github.artifactpublisher.outputs.Coordinates;
import io.github.artifactpublisher.text.Sourced;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads which set a goal uses: its repository, its branch and its paths in the bucket. */
public final class TargetSettings {
    /** The end of the paths of a module with a set of its own, unless the template has {@code {artifactId}}. */
    public static final String MODULE = "/{artifactId}";

    private static final String DEFAULT = "artifacts/{slug}/{branch}";
    private static final String COMMIT = "{commit}";
    private static final Pattern SECRET = Pattern.compile("SECRET|TOKEN|PASSW|CREDENTIAL|PRIVATE|AUTH|KEY");
    private static final Pattern OTHER_SEPARATOR = Pattern.compile("[;|\"'\\[\\]]|=>");
    private static final Pattern SHELL_VARIABLE = Pattern.compile("\\$\\{?[A-Za-z_]\\w*}?");

    private final Settings settings;
    private final Map<String, String> environment;
    private final CiBuild build;

    /**
     * Creates a reader.
     *
     * @param environment the environment variables that templates may name
     * @param build the build, as the CI server and git describe it
     */
    public TargetSettings(Settings settings, Map<String, String> environment, CiBuild build) {
        this.settings = settings;
        this.environment = environment;
        this.build = build;
    }

    /** Returns the repository: of the user, else of the CI server or git. */
    public Optional<Sourced<RepositorySlug>> slug() {
        return settings.text("artifacts.slug")
                .map(text -> Sourced.of(
                        Settings.parsed(text, RepositorySlug::new, "is not a slug of the form OWNER/REPOSITORY"),
                        text.source()))
                .or(build::slug);
    }

    /** Returns the name of the set's branch, or the reason why there is none. */
    public BuildRef ref() {
        PullRequestMode mode =
                settings.choice("artifacts.pullRequests", PullRequestMode.class).orElse(PullRequestMode.BRANCH);
        Optional<Sourced<BranchName>> given = settings.text("artifacts.branch")
                .map(text -> Sourced.of(
                        Settings.parsed(text, BranchName::new, "is not a branch name that git allows"), text.source()));
        return BuildRef.of(build, mode, given, settings.values("artifacts.trustedTriggers"));
    }

    KeyMode keys() {
        return settings.choice("artifacts.keys", KeyMode.class).orElse(KeyMode.RAW);
    }

    /**
     * Returns the targets. One with {@code {commit}} is written once, but not the reports of failed builds below it.
     *
     * @param ref the value of {@code {branch}}
     * @param module the coordinates of the module
     * @param now the value of the placeholders of time if the time of the commit is unknown
     * @param below the end of each path, a template that begins with a slash; or empty
     */
    List<Target> targets(Optional<String> ref, Coordinates module, Instant now, String below) {
        Placeholders placeholders = placeholders(ref, module, now);
        Map<KeyPrefix, Boolean> targets = new LinkedHashMap<>();
        for (String template : templates()) {
            boolean writeOnce = template.contains(COMMIT) && (below.isEmpty() || below.equals(MODULE));
            targets.merge(new KeyTemplate(extended(template, below)).fill(placeholders), writeOnce, Boolean::logicalOr);
        }
        return targets.entrySet().stream()
                .map(target -> new Target(target.getKey(), target.getValue()))
                .toList();
    }

    private Placeholders placeholders(Optional<String> ref, Coordinates module, Instant now) {
        Placeholders placeholders = new Placeholders(keys())
                .repository(slug().map(Sourced::value))
                .build(build, ref)
                .time(build.commitTime().map(Sourced::value).orElse(now))
                .put("groupId", Optional.of(module.groupId()))
                .put("artifactId", Optional.of(module.artifactId()))
                .put("version", Optional.of(module.version()));
        allowedVariables(placeholders);
        return placeholders;
    }

    private List<String> templates() {
        List<Sourced<String>> given = settings.list("artifacts.targetPaths");
        given.forEach(TargetSettings::requireNoShellVariable);
        given.forEach(TargetSettings::requireNoOtherSeparator);
        return given.isEmpty()
                ? List.of(DEFAULT)
                : given.stream().map(Sourced::value).toList();
    }

    private static String extended(String template, String below) {
        return below.equals(MODULE) && template.contains("{artifactId}")
                ? template
                : template.replaceFirst("/$", below.isEmpty() ? "/" : "") + below;
    }

    /** Only the variables of the setting, and none whose name looks like a secret: keys may be public. */
    private void allowedVariables(Placeholders placeholders) {
        for (Sourced<String> name : settings.list("artifacts.environment")) {
            if (SECRET.matcher(name.value().toUpperCase(Locale.ROOT)).find()) {
                throw new SettingException(
                        name.source(),
                        "names the variable " + name.value() + ", which looks like the name of a secret",
                        "Object keys must not contain secrets. If the value is not a secret, use a variable of another name.");
            }
            placeholders.put(
                    "env." + name.value(),
                    Optional.ofNullable(environment.get(name.value())).filter(value -> !value.isBlank()));
        }
    }

    /** Users of travis-ci/artifacts wrote shell variables in paths; here they would become a part of every key. */
    private static void requireNoShellVariable(Sourced<String> template) {
        var matcher = SHELL_VARIABLE.matcher(template.value());
        if (matcher.find()) {
            throw new SettingException(
                    template.source(),
                    "has '" + matcher.group() + "', but shell variables are not expanded there",
                    "Use placeholders such as {slug}, {branch} and {buildNumber}, or {env.NAME} with"
                            + " artifacts.environment=NAME.");
        }
    }

    /** Other tools separate or quote items by these characters; here they would become a part of every key. */
    private static void requireNoOtherSeparator(Sourced<String> template) {
        var matcher = OTHER_SEPARATOR.matcher(template.value());
        if (matcher.find()) {
            throw new SettingException(
                    template.source(),
                    "is '" + template.value() + "', and " + matcher.group() + " neither separates nor quotes paths",
                    "Separate paths with commas, colons or line breaks, and write them without quotes and brackets.");
        }
    }
}
