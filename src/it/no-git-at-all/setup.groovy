import io.github.artifactpublisher.testing.Story
import java.nio.file.Files

// The stories are inside a git checkout, and git searches parent folders. So the project is moved elsewhere, and Maven gets its path.
def outside = Files.createTempDirectory('no-git-at-all').toRealPath().toFile()
def git = ['git', 'rev-parse', '--git-dir'].execute(null as List, outside)
assert git.waitFor() != 0 : "$outside is in a git repository"
['pom.xml', 'src/main/java/com/example/Answer.java'].each {
  def target = new File(outside, it)
  target.parentFile.mkdirs()
  target.bytes = new File(basedir, it).bytes
}
new File(basedir, '.mvn').mkdir()
new File(basedir, '.mvn/maven.config').text = "--file\n$outside/pom.xml\n"
context.outside = outside

Story.begin(context, basedir)
