import io.github.artifactpublisher.testing.Story

def pom = new File(basedir, 'pom.xml').text
['groupId': 'com.example.identity-of-the-parent-fails', 'version': '1.0.0'].each { name, value ->
  def line = "  <$name>$value</$name>\n"
  assert pom.contains(line)
  new File(basedir, "without-${name}.xml").text = pom.replace(line, '').replaceAll(/(?s)  <modules>.*<\/modules>\n/, '')
}

Story.begin(context, basedir)
