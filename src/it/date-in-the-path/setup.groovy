import io.github.artifactpublisher.testing.Story

def git = { String... arguments ->
  def builder = new ProcessBuilder(['git', '-c', 'user.name=Story', '-c', 'user.email=story@example.org', '-c', 'commit.gpgsign=false'] + arguments.toList())
  builder.directory(basedir).redirectErrorStream(true)
  // In Berlin this is the fifth day of the month.
  builder.environment() << [GIT_AUTHOR_DATE: '2026-03-04T06:06:07+01:00', GIT_COMMITTER_DATE: '2026-03-05T00:06:07+01:00', GIT_CONFIG_GLOBAL: new File(basedir, 'no-config').path]
  def process = builder.start()
  def said = process.inputStream.text
  assert process.waitFor() == 0 : said
  return said.trim()
}
git('init', '-q', '--object-format=sha1')
git('commit', '-q', '--allow-empty', '-m', 'work')
println "The commit is ${git('rev-parse', 'HEAD')}"
Story.begin(context, basedir)
