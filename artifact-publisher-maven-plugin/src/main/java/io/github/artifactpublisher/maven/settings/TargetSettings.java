package io.github.artifactpublisher.maven.settings;

import io.github.artifactpublisher.ci.CiBuild;
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

/** Reads where the set goes: templates, and the values that they may name. */
public final class TargetSettings {
    /** What tells the sets of modules apart; a template that names the module already needs it no more. */
    public static final String MODULE = "/{artifactId}";

    private static final String DEFAULT = "artifacts/{slug}/{branch}";
    private static final String COMMIT = "{commit}";
    private static final Pattern SECRET = Pattern.compile("SECRET|TOKEN|PASSW|CREDENTIAL|PRIVATE|AUTH|KEY");
    private static final Pattern OTHER_SEPARATOR = Pattern.compile("[;|\"'\\[\\]]|=>");
    private static final Pattern SHELL_VARIABLE = Pattern.compile("\\$\\{?[A-Za-z_]\\w*}?");

    private final Settings settings;
    private final Map<String, String> environment;
    private final String below;

    /**
     * Reads targets.
     *
     * @param below a template of what comes below each target, with a leading slash; or empty
     */
    TargetSettings(Settings settings, Map<String, String> environment, String below) {
        this.settings = settings;
        this.environment = environment;
        this.below = below;
    }

    KeyMode keys() {
        return settings.choice("artifacts.keys", KeyMode.class).orElse(KeyMode.RAW);
    }

    /**
     * The targets. One that is of one commit is written once. What else is put below it, as the reports of a build that
     * failed, may be put there again.
     *
     * @param ref what stands for the branch
     * @param module the coordinates of the module
     * @param time the commit's, else the publication's
     */
    List<Target> targets(
            CiBuild build, Optional<RepositorySlug> slug, Optional<String> ref, Coordinates module, Instant time) {
        Placeholders placeholders = placeholders(build, slug, ref, module, time);
        Map<KeyPrefix, Boolean> targets = new LinkedHashMap<>();
        for (KeyTemplate template : templates()) {
            targets.merge(template.fill(placeholders), isOfCommit(template), Boolean::logicalOr);
        }
        return targets.entrySet().stream()
                .map(target -> new Target(target.getKey(), target.getValue()))
                .toList();
    }

    private boolean isOfCommit(KeyTemplate template) {
        return template.text().contains(COMMIT) && (below.isEmpty() || below.equals(MODULE));
    }

    private Placeholders placeholders(
            CiBuild build, Optional<RepositorySlug> slug, Optional<String> ref, Coordinates module, Instant time) {
        Placeholders placeholders = new Placeholders(keys())
                .repository(slug)
                .build(build, ref)
                .time(build.commitTime().map(Sourced::value).orElse(time))
                .put("groupId", Optional.of(module.groupId()))
                .put("artifactId", Optional.of(module.artifactId()))
                .put("version", Optional.of(module.version()));
        allowedVariables(placeholders);
        return placeholders;
    }

    private List<KeyTemplate> templates() {
        List<Sourced<String>> given = settings.list("artifacts.targetPaths");
        given.forEach(TargetSettings::requireNoShellVariable);
        given.forEach(TargetSettings::requireNoOtherSeparator);
        return given.isEmpty()
                ? List.of(new KeyTemplate(extended(DEFAULT)))
                : given.stream()
                        .map(text -> new KeyTemplate(extended(text.value())))
                        .toList();
    }

    private String extended(String template) {
        return below.equals(MODULE) && template.contains("{artifactId}")
                ? template
                : template.replaceFirst("/$", below.isEmpty() ? "/" : "") + below;
    }

    /** Only variables that are named, and none that looks like a secret: keys are public before objects are. */
    private void allowedVariables(Placeholders placeholders) {
        for (Sourced<String> name : settings.list("artifacts.environment")) {
            if (SECRET.matcher(name.value().toUpperCase(Locale.ROOT)).find()) {
                throw new SettingException(
                        name.source(),
                        "names the variable " + name.value() + ", which looks like a secret's",
                        "Keys are no place for secrets: give the value in a variable of another name.");
            }
            placeholders.put(
                    "env." + name.value(),
                    Optional.ofNullable(environment.get(name.value())).filter(value -> !value.isBlank()));
        }
    }

    /** The forebear let the shell's variables stand there; as a key they would be taken to the letter. */
    private static void requireNoShellVariable(Sourced<String> template) {
        var matcher = SHELL_VARIABLE.matcher(template.value());
        if (matcher.find()) {
            throw new SettingException(
                    template.source(),
                    "has '" + matcher.group() + "', and no variable is expanded there",
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
                    "Separate paths by commas, colons or line breaks, and write them without quotes and brackets.");
        }
    }
}
