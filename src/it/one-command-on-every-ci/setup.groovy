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
def git = { String... arguments ->
  def builder = new ProcessBuilder(['git', '-c', 'user.name=Story', '-c', 'user.email=story@example.org', '-c', 'commit.gpgsign=false'] + arguments.toList())
  builder.directory(basedir).redirectErrorStream(true)
  builder.environment() << [GIT_AUTHOR_DATE: '2026-03-04T06:06:07+01:00', GIT_COMMITTER_DATE: '2026-03-05T00:06:07+01:00', GIT_CONFIG_GLOBAL: new File(basedir, 'no-config').path]
  def process = builder.start()
  def said = process.inputStream.text
  assert process.waitFor() == 0 : said
}
git('init', '--quiet', '--object-format=sha1')
git('commit', '--quiet', '--allow-empty', '-m', 'work')
git('checkout', '--quiet', '--detach')

Story.begin(context, basedir)

def sources(root) {
  Files.walk(root.resolve('src')).withCloseable { it.filter { Files.isRegularFile(it) }.map { root.relativize(it) }.toList() }
}
