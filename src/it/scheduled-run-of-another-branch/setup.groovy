import io.github.artifactpublisher.testing.Story

def git = { String... arguments ->
  def builder = new ProcessBuilder(['git', '-c', 'user.name=Story', '-c', 'user.email=story@example.org', '-c', 'commit.gpgsign=false'] + arguments.toList())
  builder.directory(basedir).redirectErrorStream(true)
  builder.environment() << [GIT_AUTHOR_DATE: '2026-03-04T06:06:07+01:00', GIT_COMMITTER_DATE: '2026-03-05T00:06:07+01:00', GIT_CONFIG_GLOBAL: new File(basedir, 'no-config').path]
  def process = builder.start()
  def said = process.inputStream.text
  assert process.waitFor() == 0 : said
  return said.trim()
}
git('init', '--quiet', '--object-format=sha1', '--initial-branch=main')
git('commit', '--quiet', '--allow-empty', '-m', 'root')
git('checkout', '--quiet', '-b', 'release/1.x')
git('checkout', '--quiet', 'main')
git('commit', '--quiet', '--allow-empty', '-m', 'work')
println "The commit of main is ${git('rev-parse', 'HEAD')}"
git('checkout', '--quiet', 'release/1.x')
git('add', 'pom.xml', 'src')
git('commit', '--quiet', '-m', 'release')
context.release = git('rev-parse', 'HEAD')

// As release:perform does: a clone of the tag, below the working copy of another commit.
git('tag', 'v1.0.1')
git('commit', '--quiet', '--allow-empty', '-m', 'next')
git('clone', '--quiet', '--branch', 'v1.0.1', '.', 'performed')
git('checkout', '--quiet', '-B', 'release/1.x', context.release)
git('tag', '--delete', 'v1.0.1')

Story.begin(context, basedir)
