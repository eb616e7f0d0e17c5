context.story.verify { story ->
  def set = story.published('acme/quickstart', 'main')
  // Only the jar: each switch of the parent POM is off by default.
  assert set.names() == ['app-1.0.0.jar']
  set.assertComplete()
      .assertHolds('app-1.0.0.jar', story.file('target/app-1.0.0.jar'))
  story.log()
      .hasLineWith('Tests run: 3, Failures: 0')
      .hasLineWith('artifacts/acme/quickstart/main/app-1.0.0.jar.gz')
      .hasLineWith('BUILD SUCCESS')

  println "The objects are in this folder: ${story.server().dataDirectory().resolve('builds/artifacts/acme/quickstart/main')}"
}
