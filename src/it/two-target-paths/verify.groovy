context.story.verify { story ->
  ['artifacts/acme/two-target-paths/main/', 'commits/acme/two-target-paths/01234567/'].each {
    story.publishedUnder(it).assertComplete().assertHolds('app-1.0.0.jar', story.file('target/app-1.0.0.jar'))
  }
  def puts = story.proxy().requests().findAll { it.method() == 'PUT' && it.path().endsWith('app-1.0.0.jar.gz') }
  assert puts.size() == 2
  assert puts.count { it.bodyLength() > 0 } == 1 : 'the other is a copy within the store'
  story.log().hasLineWith('BUILD SUCCESS')
}
