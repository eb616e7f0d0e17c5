package io.github.artifactpublisher.maven.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Finds names of properties and variables that a POM uses, so that they are right as they are. */
final class UsedNames {
    private UsedNames() {}

    /** Whether a property or a configuration of a module or its parents has an expression with the name. */
    static boolean isUsed(String name, MavenProject module) {
        return Stream.iterate(module, pom -> pom != null, MavenProject::getParent)
                .map(MavenProject::getOriginalModel)
                .flatMap(Stream::ofNullable)
                .flatMap(UsedNames::texts)
                .anyMatch(text -> text.contains("${" + name + "}") || text.contains("${env." + name + "}"));
    }

    private static Stream<String> texts(Model pom) {
        Stream<String> properties = pom.getProperties().stringPropertyNames().stream()
                .map(name -> pom.getProperties().getProperty(name));
        Stream<String> configurations = Optional.ofNullable(pom.getBuild()).stream()
                .flatMap(build -> build.getPlugins().stream())
                .flatMap(UsedNames::configurations)
                .map(Xpp3Dom::toString);
        return Stream.concat(properties, configurations);
    }

    /** Returns the configurations of a plugin and its executions. */
    static Stream<Xpp3Dom> configurations(Plugin plugin) {
        return Stream.concat(
                        Stream.ofNullable(plugin.getConfiguration()),
                        plugin.getExecutions().stream()
                                .flatMap(execution -> Stream.ofNullable(execution.getConfiguration())))
                .map(Xpp3Dom.class::cast);
    }
}
