package io.github.artifactpublisher.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * The changes that a project needs to switch to another parent, written as a POM: its parent replaces the project's
 * parent, and all other elements are added. Fails if the project has an unexpected parent, or already has an element
 * that would be added.
 */
public final class PomEdit {
    private static final Set<String> COORDINATES = Set.of("groupId", "artifactId", "version", "packaging");
    private static final Set<String> CONTAINERS =
            Set.of("properties", "dependencyManagement", "dependencies", "build", "pluginManagement", "plugins");

    private final Element edit;

    private PomEdit(Element edit) {
        this.edit = edit;
    }

    public static PomEdit read(Path pom) {
        return new PomEdit(parse(pom).getDocumentElement());
    }

    /**
     * Edits a POM file.
     *
     * @param oldParent the expected {@code groupId:artifactId:version} of its parent
     */
    public void applyTo(Path pom, String oldParent) {
        Document document = parse(pom);
        Element project = document.getDocumentElement();
        Element parent = only(project, "parent");
        assertThat(List.of(text(parent, "groupId"), text(parent, "artifactId"), text(parent, "version")))
                .as("the parent of %s", pom)
                .containsExactly(oldParent.split(":", -1));
        project.replaceChild(document.importNode(only(edit, "parent"), true), parent);
        add(edit, project);
        write(document, pom);
    }

    private static void add(Element from, Element to) {
        for (Element addition : children(from)) {
            String name = addition.getTagName();
            List<Element> existing = children(to, name);
            if (CONTAINERS.contains(name) && !existing.isEmpty()) {
                add(addition, only(to, name));
            } else if (COORDINATES.contains(name) && !existing.isEmpty()) {
                assertThat(text(to, name)).as(name).isEqualTo(addition.getTextContent());
            } else if (!List.of("modelVersion", "parent").contains(name)) {
                if (!List.of("dependency", "plugin").contains(name)) {
                    assertThat(existing).as("<%s> of the project", name).isEmpty();
                }
                to.appendChild(to.getOwnerDocument().importNode(addition, true));
            }
        }
    }

    private static List<Element> children(Element element) {
        NodeList nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast)
                .toList();
    }

    private static List<Element> children(Element element, String name) {
        return children(element).stream()
                .filter(child -> child.getTagName().equals(name))
                .toList();
    }

    private static Element only(Element element, String name) {
        List<Element> found = children(element, name);
        assertThat(found).as("<%s> in <%s>", name, element.getTagName()).hasSize(1);
        return found.get(0);
    }

    private static String text(Element element, String name) {
        return only(element, name).getTextContent();
    }

    private static Document parse(Path pom) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
        } catch (Exception e) {
            throw new AssertionError("cannot read " + pom, e);
        }
    }

    private static void write(Document document, Path pom) {
        try {
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(pom.toFile()));
        } catch (Exception e) {
            throw new AssertionError("cannot write " + pom, e);
        }
    }
}
