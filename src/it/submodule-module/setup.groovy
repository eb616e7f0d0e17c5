import io.github.artifactpublisher.testing.Story

def git = { File where, String... arguments ->
  def command = ['git', '-c', 'user.name=Story', '-c', 'user.email=story@example.org', '-c', 'commit.gpgsign=false', '-c', 'protocol.file.allow=always']
  def process = new ProcessBuilder(command + arguments.toList()).directory(where).redirectErrorStream(true).start()
  def said = process.inputStream.text
  assert process.waitFor() == 0 : said
  return said.trim()
}
// The library becomes a repository of its own, and comes back as a submodule.
def origin = new File(basedir, 'library-origin')
assert new File(basedir, 'library').renameTo(origin)
git(origin, 'init', '--quiet', '--initial-branch=main')
git(origin, 'add', '.')
git(origin, 'commit', '--quiet', '-m', 'library')

git(basedir, 'init', '--quiet', '--initial-branch=main')
git(basedir, 'submodule', '--quiet', 'add', origin.path, 'library')
git(new File(basedir, 'library'), 'remote', 'set-url', 'origin', 'https://git.example/acme/library.git')
git(basedir, 'remote', 'add', 'origin', 'https://git.example/acme/application.git')
git(basedir, 'add', 'pom.xml', 'app', 'library')
git(basedir, 'commit', '--quiet', '-m', 'application')
git(basedir, 'checkout', '--quiet', '--detach')
context.commit = git(basedir, 'rev-parse', 'HEAD')

Story.begin(context, basedir)
