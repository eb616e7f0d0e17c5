import io.github.artifactpublisher.testing.Story
import java.nio.file.Files

// No repository has the snapshots under test, so the local repository gets them. All else is downloaded.
def group = 'io/github/artifactpublisher'
def from = new File(localRepositoryPath, group)
def to = new File(basedir, "repo/$group")
from.eachFileRecurse { file ->
  def copy = new File(to, from.toPath().relativize(file.toPath()).toString())
  file.directory ? copy.mkdirs() : { copy.parentFile.mkdirs(); Files.copy(file.toPath(), copy.toPath()) }()
}
Story.begin(context, basedir)
