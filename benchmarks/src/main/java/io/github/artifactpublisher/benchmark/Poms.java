package io.github.artifactpublisher.benchmark;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The POMs of generated projects. A plain POM has the plugin versions of ci-parent-pom. */
final class Poms {
    /** The POM that a project inherits from. */
    enum Parent {
        NONE("", ""),
        CI_PARENT_POM("io.github.artifactpublisher:ci-parent-pom", ""),
        SPRING("org.springframework.boot:spring-boot-starter-parent", "3.5.0"),
        APACHE("org.apache:apache", "35");

        private final String name;
        private final String version;

        Parent(String name, String version) {
            this.name = name;
            this.version = version;
        }

        /** Returns the artifactId and the version, for the report. */
        String label() {
            return name.substring(name.indexOf(':') + 1) + " " + version;
        }
    }

    /** The plugins that Maven uses for {@code clean} and for the packaging {@code jar} up to {@code verify}. */
    private static final List<String> PLUGINS = List.of("clean", "compiler", "jar", "resources", "surefire");

    private static final String JUNIT_VERSION = "6.1.3";

    private final String ciParentPom;

    /** Takes the text of the POM of ci-parent-pom. */
    Poms(String ciParentPom) {
        this.ciParentPom = ciParentPom;
    }

    /** Returns the POM of a jar without modules. */
    String jar(Parent parent, boolean tests) {
        return project(parent(parent), coordinates("app") + properties(parent) + junit(tests) + management(parent));
    }

    /** Returns the POM that the modules inherit from. */
    String aggregator(Parent parent, List<String> modules) {
        String packaging = "  <packaging>pom</packaging>\n  <modules>\n"
                + modules.stream()
                        .map(module -> "    <module>" + module + "</module>\n")
                        .collect(Collectors.joining())
                + "  </modules>\n";
        return project(parent(parent), coordinates("aggregator") + packaging + properties(parent) + management(parent));
    }

    /** Returns the POM of a module, which inherits from the aggregator. */
    static String module(String name, boolean tests) {
        String parent = "  <parent>\n" + coordinates("aggregator").indent(2) + "  </parent>\n";
        return project(parent, "  <artifactId>" + name + "</artifactId>\n" + junit(tests));
    }

    private static String project(String parent, String body) {
        return "<project xmlns=\"http://maven.apache.org/POM/4.0.0\">\n  <modelVersion>4.0.0</modelVersion>\n"
                + parent
                + body
                + "</project>\n";
    }

    private String parent(Parent parent) {
        if (parent == Parent.NONE) {
            return "";
        }
        String[] ids = parent.name.split(":", -1);
        String version = parent == Parent.CI_PARENT_POM ? first("<version>([^<]+)</version>") : parent.version;
        return """
                  <parent>
                    <groupId>%s</groupId>
                    <artifactId>%s</artifactId>
                    <version>%s</version>
                    <relativePath />
                  </parent>
                """.formatted(ids[0], ids[1], version);
    }

    private static String coordinates(String artifactId) {
        return """
                  <groupId>com.example</groupId>
                  <artifactId>%s</artifactId>
                  <version>1.0.0</version>
                """.formatted(artifactId);
    }

    /** Each project has what its parent requires: a bucket, or the Java release and the encoding. */
    private static String properties(Parent parent) {
        return parent == Parent.CI_PARENT_POM ? """
                  <properties>
                    <artifacts.bucket>builds</artifacts.bucket>
                    <artifacts.region>us-east-1</artifacts.region>
                  </properties>
                """ : """
                  <properties>
                    <maven.compiler.release>17</maven.compiler.release>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                  </properties>
                """;
    }

    private static String junit(boolean tests) {
        return tests ? """
                  <dependencies>
                    <dependency>
                      <groupId>org.junit.jupiter</groupId>
                      <artifactId>junit-jupiter</artifactId>
                      <version>%s</version>
                      <scope>test</scope>
                    </dependency>
                  </dependencies>
                """.formatted(JUNIT_VERSION) : "";
    }

    private String management(Parent parent) {
        if (parent != Parent.NONE) {
            return "";
        }
        return PLUGINS.stream()
                .map(plugin -> """
                                <plugin>
                                  <artifactId>maven-%s-plugin</artifactId>
                                  <version>%s</version>
                                </plugin>
                        """.formatted(plugin, first("<ci\\.plugin\\." + plugin + "\\.version>([^<]+)<")))
                .collect(Collectors.joining(
                        "",
                        "  <build>\n    <pluginManagement>\n      <plugins>\n",
                        "      </plugins>\n    </pluginManagement>\n  </build>\n"));
    }

    /** Returns the first group of the first match in the POM of ci-parent-pom. */
    private String first(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(ciParentPom);
        if (!matcher.find()) {
            throw new IllegalStateException("ci-parent-pom has no " + pattern);
        }
        return matcher.group(1);
    }
}
