import io.github.artifactpublisher.testing.Story
import java.nio.file.Files
import java.nio.file.Path

[
  'git init -q',
  'git add pom.xml src README.md',
  'git -c user.name=Story -c user.email=story@example.org -c commit.gpgsign=false commit -q -m work',
].each {
  assert it.execute(null, basedir).waitFor() == 0
}
new File(basedir, '.gitignore').text = 'target/\n.gitignore\n'
new File(basedir, '.env').text = 'TOKEN=secret'
new File(basedir, 'deploy.pem').text = 'secret'
new File(basedir, 'docs').mkdir()
new File(basedir, 'docs/notes.txt').text = 'notes'
Files.createSymbolicLink(basedir.toPath().resolve('passwd'), Path.of('/etc/passwd'))
Story.begin(context, basedir)
