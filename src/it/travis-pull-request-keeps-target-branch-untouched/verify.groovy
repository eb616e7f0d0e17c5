context.story.verify { story ->
  assert story.published('acme/travis-pull-request', 'main').assertComplete().eTags() == context.main
  def topic = story.published('acme/travis-pull-request', 'topic').assertComplete()
  assert topic.manifest().get('pullRequest').asString == '12'
  assert topic.eTags()['app-1.0.0.jar.gz'] != context.main['app-1.0.0.jar.gz'] : 'another jar'
  assert story.keys().every { it.startsWith('artifacts/acme/travis-pull-request/main/') || it.startsWith('artifacts/acme/travis-pull-request/topic/') }
  story.log()
      .hasLineWith('Travis CI', 'branch topic (TRAVIS_PULL_REQUEST_BRANCH)', 'pull request 12 (TRAVIS_PULL_REQUEST)')
      .hasLineWith('Not published: pull request 13 comes from a fork')
}
