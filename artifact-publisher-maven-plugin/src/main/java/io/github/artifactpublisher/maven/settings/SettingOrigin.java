package io.github.artifactpublisher.maven.settings;

import io.github.artifactpublisher.report.SettingRow;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Profile;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Finds the source of a setting: the POM, {@code -D}, settings.xml or the environment. Maven puts the first three into
 * the same field of a mojo, so this class looks them up again, in the order in which Maven does.
 */
public final class SettingOrigin {
    private static final String PREFIX = "artifacts.";
    private static final String SELECTIONS = "selections/";

    /** Maven's name for settings.xml as the source of an active profile. */
    private static final String EXTERNAL = "external";

    private final Optional<Xpp3Dom> configuration;
    private final Properties commandLine;
    private final Set<String> settingsFile;
    private final Set<String> environment;

    private SettingOrigin(
            Optional<Xpp3Dom> configuration,
            Properties commandLine,
            Set<String> settingsFile,
            Set<String> environment) {
        this.configuration = configuration;
        this.commandLine = commandLine;
        this.settingsFile = settingsFile;
        this.environment = environment;
    }

    /** Creates a finder for the settings of a goal in a module. */
    public static SettingOrigin of(
            MavenSession session, MavenProject project, MojoExecution execution, Map<String, String> environment) {
        Properties commandLine = new Properties();
        commandLine.putAll(session.getUserProperties());
        commandLine.putAll(session.getSystemProperties());
        List<String> active = project.getInjectedProfileIds().getOrDefault(EXTERNAL, List.of());
        return new SettingOrigin(
                Optional.ofNullable(execution.getConfiguration()),
                commandLine,
                properties(session.getRequest().getProfiles(), active),
                environment.keySet());
    }

    /** Returns the properties of active profiles. Maven's request has only the profiles of settings.xml. */
    private static Set<String> properties(List<Profile> all, List<String> active) {
        return all.stream()
                .filter(profile -> active.contains(profile.getId()))
                .flatMap(profile -> profile.getProperties().stringPropertyNames().stream())
                .collect(Collectors.toSet());
    }

    /**
     * Returns the row with the place of a property or variable. Other sources, such as {@code git remote}, stay as they
     * are.
     */
    public SettingRow shown(SettingRow row) {
        return new SettingRow(row.name(), row.value(), place(row.source()));
    }

    private String place(String source) {
        if (source.startsWith(PREFIX)) {
            return ofProperty(source);
        } else if (source.startsWith(SELECTIONS)) {
            return "POM: configuration/" + source;
        }
        boolean variables = environment.containsAll(Arrays.asList(source.split(", ")));
        return variables ? "environment: " + source : source;
    }

    private String ofProperty(String property) {
        String element = property.substring(PREFIX.length());
        Optional<String> given = Optional.ofNullable(commandLine.getProperty(property));
        if (isConfigured(element, property, given)) {
            return "POM: configuration/" + element;
        } else if (given.isPresent()) {
            return "-D" + property;
        }
        return (settingsFile.contains(property) ? "settings.xml: " : "POM: ") + property;
    }

    /**
     * Returns whether the POM has the element with a value of its own. If it has none, Maven inserts the property, or
     * the value of {@code -D}.
     */
    private boolean isConfigured(String element, String property, Optional<String> given) {
        Optional<Xpp3Dom> found = configuration.map(all -> all.getChild(element));
        Optional<String> text = found.map(Xpp3Dom::getValue);
        return found.isPresent()
                && !text.equals(Optional.of("${" + property + "}"))
                && (text.isEmpty() || !text.equals(given));
    }
}
