package io.github.artifactpublisher.maven.check;

import io.github.artifactpublisher.maven.check.Finding.Form;
import io.github.artifactpublisher.maven.message.FailureMessages;
import io.github.artifactpublisher.maven.message.SettingProblems;
import io.github.artifactpublisher.maven.reactor.BuildIdentity;
import io.github.artifactpublisher.maven.reactor.GoalCall;
import io.github.artifactpublisher.maven.settings.SettingException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Finds properties and environment variables that look like settings and are none. Names them, and never shows a value,
 * which may be a secret.
 */
public final class NameCheck {
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
        String plugin = call.execution().getPlugin().getKey();
        for (MavenProject module : modules) {
            report(call, check.of(module, plugin), problem -> problems.add(module.getArtifactId(), problem));
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
        Stream<Finding> variables = withValue(environment).flatMap(name -> ofVariable(name, modules));
        return Stream.concat(given().stream().flatMap(name -> ofProperty("-D" + name, name, modules)), variables)
                .toList();
    }

    /**
     * Returns what is wrong in the properties of a module, those of its parents and profiles included, and in the
     * configuration of the plugin, which Maven checks only from 3.9 on.
     */
    List<Finding> of(MavenProject module, String plugin) {
        Set<String> given = given();
        Stream<Finding> properties = withValue(properties(module.getProperties()))
                .filter(name -> !given.contains(name))
                .flatMap(name -> ofProperty("The property " + name, name, List.of(module)));
        Stream<Finding> elements = Stream.ofNullable(module.getPlugin(plugin))
                .flatMap(UsedNames::configurations)
                .flatMap(configuration -> Arrays.stream(configuration.getChildren()))
                .map(Xpp3Dom::getName)
                .distinct()
                .flatMap(this::ofElement);
        return Stream.concat(properties, elements).toList();
    }

    private Stream<Finding> ofElement(String name) {
        return Finding.of(
                "The element <" + name + "> of the plugin's configuration", names.ofElement(name), Form.ELEMENT)
                .stream();
    }

    private Stream<Finding> ofProperty(String where, String name, Collection<MavenProject> modules) {
        return Finding.of(where, names.ofProperty(name), Form.PROPERTY)
                .filter(found -> !isUsed(name, modules))
                .stream();
    }

    private Stream<Finding> ofVariable(String name, Collection<MavenProject> modules) {
        return Finding.of("The environment variable " + name, names.ofVariable(name), Form.VARIABLE)
                .filter(found -> !isUsed(name, modules))
                .stream();
    }

    private static boolean isUsed(String name, Collection<MavenProject> modules) {
        return modules.stream().anyMatch(module -> UsedNames.isUsed(name, module));
    }

    /** The names that -D, MAVEN_OPTS or .mvn/maven.config give; Maven adds the variables as {@code env.NAME}. */
    private Set<String> given() {
        return Stream.of(session.getUserProperties(), session.getSystemProperties())
                .flatMap(given -> withValue(properties(given)))
                .filter(name -> !name.startsWith("env."))
                .collect(Collectors.toCollection(TreeSet::new));
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
