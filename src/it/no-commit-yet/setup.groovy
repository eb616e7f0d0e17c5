import io.github.artifactpublisher.testing.Story

def git = ['git', 'init', '--quiet'].execute(null as List, basedir)
assert git.waitFor() == 0 : git.err.text

Story.begin(context, basedir)
