package io.github.artifactpublisher.maven.check;

import io.github.artifactpublisher.maven.check.SettingNames.Kind;
import io.github.artifactpublisher.maven.check.SettingNames.Verdict;
import io.github.artifactpublisher.maven.message.FailureMessages;
import io.github.artifactpublisher.maven.message.SettingProblems;
import io.github.artifactpublisher.maven.reactor.BuildIdentity;
import io.github.artifactpublisher.maven.reactor.GoalCall;
import io.github.artifactpublisher.maven.settings.SettingException;
import io.github.artifactpublisher.maven.settings.VariableNames;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;

/**
 * Finds properties and environment variables that look like settings and are none. Names them, and never shows a value,
 * which may be a secret.
 */
public final class NameCheck {
    private static final String NO_SETTING = "is not a setting of artifact-publisher-maven-plugin";

    /**
     * A name that is no setting.
     *
     * @param problem the name and the nearest setting
     * @param isWarning whether it may have another purpose
     */
    record Finding(SettingException problem, boolean isWarning) {}

    private final MavenSession session;
    private final Map<String, String> environment;
    private final SettingNames names;

    NameCheck(MavenSession session, Map<String, String> environment, SettingNames names) {
        this.session = session;
        this.environment = environment;
        this.names = names;
    }

    /**
     * Checks the names in some modules, on the command line and in the environment. Logs a warning for each that may
     * have another purpose, once in a build.
     *
     * @param call a goal of the session
     * @param problems gets the others
     */
    public static void check(GoalCall call, Collection<MavenProject> modules, SettingProblems problems) {
        NameCheck check = new NameCheck(
                call.session(),
                call.environment(),
                SettingNames.of(call.execution().getMojoDescriptor().getPluginDescriptor()));
        for (MavenProject module : modules) {
            report(call, check.of(module), problem -> problems.add(module.getArtifactId(), problem));
        }
        report(call, check.ofSession(modules), problems::add);
    }

    private static void report(GoalCall call, List<Finding> findings, Consumer<SettingException> failures) {
        BuildIdentity build = new BuildIdentity(call.session());
        for (Finding finding : findings) {
            if (!finding.isWarning()) {
                failures.accept(finding.problem());
            } else if (build.isNew(finding.problem().getMessage())) {
                call.log().warn(FailureMessages.of(finding.problem()).orElseThrow());
            }
        }
    }

    /** Returns what is wrong on the command line and in the environment. */
    List<Finding> ofSession(Collection<MavenProject> modules) {
        Stream<Finding> variables = withValue(environment)
                .flatMap(name ->
                        finding("The environment variable " + name, name, names.ofVariable(name), true, modules));
        return Stream.concat(given().stream().flatMap(name -> ofProperty("-D" + name, name, modules)), variables)
                .toList();
    }

    /** Returns what is wrong in the properties of a module, those of its parents and profiles included. */
    List<Finding> of(MavenProject module) {
        Set<String> given = given();
        return withValue(properties(module.getProperties()))
                .filter(name -> !given.contains(name))
                .flatMap(name -> ofProperty("The property " + name, name, List.of(module)))
                .toList();
    }

    private Stream<Finding> ofProperty(String where, String name, Collection<MavenProject> modules) {
        return finding(where, name, names.ofProperty(name), false, modules);
    }

    /** The names that -D, MAVEN_OPTS or .mvn/maven.config give; Maven adds the variables as {@code env.NAME}. */
    private Set<String> given() {
        return Stream.of(session.getUserProperties(), session.getSystemProperties())
                .flatMap(given -> withValue(properties(given)))
                .filter(name -> !name.startsWith("env."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<Finding> finding(
            String where, String name, Verdict verdict, boolean isVariable, Collection<MavenProject> modules) {
        if (verdict.kind() == Kind.FINE || modules.stream().anyMatch(module -> isUsed(name, module))) {
            return Stream.of();
        }
        boolean isWarning = verdict.kind() != Kind.MISSPELT;
        String reason = NO_SETTING + (verdict.kind() == Kind.UNKNOWN ? " and has no effect" : "");
        String advice = verdict.nearest()
                .map(nearest -> advice(nearest, isVariable, isWarning))
                .orElse("docs/settings.md lists the settings.");
        return Stream.of(new Finding(new SettingException(where, reason, advice), isWarning));
    }

    private static String advice(String nearest, boolean isVariable, boolean isWarning) {
        String property = VariableNames.propertyOf(nearest).orElse(nearest);
        boolean hasProperty = property.startsWith("artifacts.");
        String right = isVariable && hasProperty ? VariableNames.of(property) : property;
        if (!isVariable && !hasProperty) {
            return "Set the environment variable " + right + " instead.";
        }
        return (isWarning ? "If it is meant to be one, rename it to " : "Rename it to ") + right + ".";
    }

    /** Whether a POM takes the value of a setting from it, so that the name is right as it is. */
    private static boolean isUsed(String name, MavenProject module) {
        return Stream.iterate(module, pom -> pom != null, MavenProject::getParent)
                .map(MavenProject::getOriginalModel)
                .flatMap(Stream::ofNullable)
                .flatMap(NameCheck::texts)
                .anyMatch(text -> text.contains("${" + name + "}") || text.contains("${env." + name + "}"));
    }

    private static Stream<String> texts(Model pom) {
        Stream<String> configurations = Optional.ofNullable(pom.getBuild()).stream()
                .flatMap(build -> build.getPlugins().stream())
                .flatMap(plugin -> Stream.concat(
                        Stream.ofNullable(plugin.getConfiguration()),
                        plugin.getExecutions().stream()
                                .flatMap(execution -> Stream.ofNullable(execution.getConfiguration()))))
                .map(Object::toString);
        return Stream.concat(properties(pom.getProperties()).values().stream(), configurations);
    }

    /** An empty value counts as none. */
    private static Stream<String> withValue(Map<String, String> values) {
        return values.entrySet().stream()
                .filter(value -> value.getValue() != null && !value.getValue().isBlank())
                .map(Map.Entry::getKey)
                .sorted();
    }

    private static Map<String, String> properties(Properties properties) {
        Map<String, String> all = new LinkedHashMap<>();
        properties.stringPropertyNames().forEach(name -> all.put(name, properties.getProperty(name)));
        return all;
    }
}
