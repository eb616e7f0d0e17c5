import io.github.artifactpublisher.testing.Story
import java.nio.file.Files

// Copies the quickstart project; the POM of this folder only makes it a story.
def quickstart = new File(basedir, '../../story-sources/quickstart').toPath().toRealPath()
(['pom.xml'] + sources(quickstart)).each { name ->
  def target = basedir.toPath().resolve(name.toString())
  Files.createDirectories(target.parent)
  target.toFile().bytes = quickstart.resolve(name.toString()).toFile().bytes
}

// A detached checkout, as in CI: git does not know the branch.
[['init', '--quiet'], ['add', 'pom.xml', 'src'], ['-c', 'user.name=A', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--message=All'],
    ['checkout', '--quiet', '--detach']].each {
  def git = (['git'] + it).execute(null as List, basedir)
  assert git.waitFor() == 0 : git.err.text
}

Story.begin(context, basedir)

def sources(root) {
  Files.walk(root.resolve('src')).withCloseable { it.filter { Files.isRegularFile(it) }.map { root.relativize(it) }.toList() }
}
