import io.github.artifactpublisher.testing.Story
import java.util.zip.ZipFile
import javax.xml.parsers.DocumentBuilderFactory
import javax.xml.transform.TransformerFactory
import javax.xml.transform.dom.DOMSource
import javax.xml.transform.stream.StreamResult
import org.w3c.dom.Element

// The parent that the project has now: with another one, what follows would be an edit of a POM that nobody has looked at.
def oldParent = ['org.apache.maven', 'maven-parent', '45']

def release = new File(localRepositoryPath, 'org/apache/maven/wrapper/maven-wrapper/3.3.4/maven-wrapper-3.3.4-source-release.zip')
def pom = new File(basedir, 'pom.xml')

def edit = parse(pom).documentElement
unpack(release, basedir)
def document = parse(pom)
def project = document.documentElement

['groupId', 'artifactId', 'version', 'packaging'].each {
  assert only(project, it).textContent == only(edit, it).textContent
}

def parent = only(project, 'parent')
assert ['groupId', 'artifactId', 'version'].collect { only(parent, it).textContent } == oldParent
project.replaceChild(document.importNode(only(edit, 'parent'), true), parent)

def properties = only(project, 'properties')
children(only(edit, 'properties')).each {
  assert children(properties, it.tagName).empty : "the project sets ${it.tagName} itself"
  properties.appendChild(document.importNode(it, true))
}

assert children(project, 'dependencyManagement').empty : 'the project manages dependencies itself'
project.insertBefore(document.importNode(only(edit, 'dependencyManagement'), true), only(project, 'build'))

TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(pom))

Story.begin(context, basedir)

def parse(File file) {
  DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file)
}

List<Element> children(Element element, String name = null) {
  element.childNodes.findAll { it instanceof Element && (name == null || it.tagName == name) }
}

Element only(Element element, String name) {
  def found = children(element, name)
  assert found.size() == 1 : "${found.size()} elements <${name}> in <${element.tagName}>"
  found[0]
}

/** The release's one top folder becomes the given one. */
def unpack(File archive, File directory) {
  new ZipFile(archive).withCloseable { zip ->
    zip.entries().findAll { !it.directory }.each { entry ->
      def target = new File(directory, entry.name.substring(entry.name.indexOf('/') + 1))
      target.parentFile.mkdirs()
      target.bytes = zip.getInputStream(entry).bytes
    }
  }
}
