import io.github.artifactpublisher.testing.Story

def git = { String... arguments ->
  def builder = new ProcessBuilder(['git', '-c', 'user.name=Story', '-c', 'user.email=story@example.org', '-c', 'commit.gpgsign=false', '-c', 'core.autocrlf=false'] + arguments.toList())
  builder.directory(basedir).redirectErrorStream(true)
  builder.environment() << [GIT_AUTHOR_DATE: '2026-03-04T06:06:07+01:00', GIT_COMMITTER_DATE: '2026-03-05T00:06:07+01:00', GIT_CONFIG_GLOBAL: new File(basedir, 'no-config').path]
  def process = builder.start()
  def said = process.inputStream.text
  assert process.waitFor() == 0 : said
  return said.trim()
}
git('init', '--quiet', '--object-format=sha1', '--initial-branch=main')
git('add', 'src')
git('commit', '--quiet', '-m', 'work')
context.commit = git('rev-parse', 'HEAD')
println "The commit is ${context.commit}"
new File(basedir, 'src/main/resources/words.txt') << 'other words\n'
Story.begin(context, basedir)
