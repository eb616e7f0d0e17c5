context.story.verify { story ->
  ['7', 'latest'].each {
    story.published('acme/travis-variables-alone', it).assertComplete().assertHolds('app-1.0.0.jar', story.file('target/app-1.0.0.jar'))
  }
  def key = 'artifacts/acme/travis-variables-alone/7/app-1.0.0.jar.gz'
  assert story.server().client().headObject { it.bucket('builds').key(key) }.cacheControl() == 'private, max-age=60'
  story.log()
      .hasLineWith('acme/travis-variables-alone (TRAVIS_REPO_SLUG)')
      .hasLineWith('credentials from ARTIFACTS_KEY and ARTIFACTS_SECRET')
      .hasLineWith('BUILD SUCCESS')
  assert context.userProperties.stringPropertyNames().every { !it.startsWith('artifacts.') }
}
