import io.github.artifactpublisher.testing.Story

[
  ['init', '-q', '--initial-branch=main'],
  ['remote', 'add', 'origin', 'https://x-access-token:remoteToken7@git.example/acme/token-of-the-remote.git'],
  ['-c', 'user.name=Story', '-c', 'user.email=story@example.org', '-c', 'commit.gpgsign=false', 'commit', '-q', '--allow-empty', '-m', 'work'],
].each {
  assert (['git'] + it).execute(null, basedir).waitFor() == 0
}
Story.begin(context, basedir)
