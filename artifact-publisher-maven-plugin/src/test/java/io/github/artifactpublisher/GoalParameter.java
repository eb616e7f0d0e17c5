package io.github.artifactpublisher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * One parameter of a goal, as the plugin descriptor has it.
 *
 * @param goal the goal
 * @param name the parameter
 * @param type the simple name of its class
 * @param property its property, or {@code <name>} if it has none
 * @param description its description
 */
record GoalParameter(String goal, String name, String type, String property, String description) {
    private static final Path DESCRIPTOR =
            Path.of("").toAbsolutePath().resolve("target/classes/META-INF/maven/plugin.xml");

    /** The parameters of all goals but help. Needs a build by Maven, which writes the descriptor. */
    static List<GoalParameter> all() throws Exception {
        NodeList elements = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(DESCRIPTOR.toFile())
                .getElementsByTagName("parameter");
        List<GoalParameter> parameters = new ArrayList<>();
        for (int i = 0; i < elements.getLength(); i++) {
            GoalParameter parameter = of((Element) elements.item(i));
            if (!parameter.goal.equals("help")) {
                parameters.add(parameter);
            }
        }
        return parameters;
    }

    private static GoalParameter of(Element parameter) {
        Element mojo = (Element) parameter.getParentNode().getParentNode();
        Element configuration =
                (Element) mojo.getElementsByTagName("configuration").item(0);
        String name = text(parameter, "name");
        boolean hasProperty = configuration != null
                && configuration.getElementsByTagName(name).getLength() == 1;
        return new GoalParameter(
                text(mojo, "goal"),
                name,
                text(parameter, "type").replaceFirst(".*\\.", ""),
                hasProperty ? text(configuration, name).replaceAll("^\\$\\{(.*)}$", "$1") : "<" + name + ">",
                text(parameter, "description"));
    }

    private static String text(Element parent, String child) {
        return parent.getElementsByTagName(child).item(0).getTextContent().replaceAll("\\s+", " ");
    }
}
