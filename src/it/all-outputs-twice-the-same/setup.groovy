import io.github.artifactpublisher.testing.Story

def git = { String... arguments ->
  def command = ['git', '-c', 'user.name=A', '-c', 'user.email=a@example.com', *arguments]
  def process = new ProcessBuilder(command as List<String>).directory(basedir).redirectErrorStream(true)
  ['GIT_AUTHOR_DATE', 'GIT_COMMITTER_DATE'].each { process.environment().put(it, '2024-05-06T07:08:10+02:00') }
  def started = process.start()
  def output = started.inputStream.text
  assert started.waitFor() == 0 : output
}

git('init', '--quiet')
git('add', 'pom.xml', 'src')
git('commit', '--quiet', '--message=All of it')
def clone = new ProcessBuilder('sh', '-c', 'umask 002; exec git clone --quiet . elsewhere').directory(basedir).redirectErrorStream(true).start()
def said = clone.inputStream.text
assert clone.waitFor() == 0 : said
git('-C', 'elsewhere', 'checkout', '--quiet', '--detach')

Story.begin(context, basedir)
