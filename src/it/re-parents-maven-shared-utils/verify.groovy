context.story.verify { story ->
  def set = story.published('apache/maven-shared-utils', 'main').assertComplete()
      .assertHolds('maven-shared-utils-3.4.2.jar', story.file('target/maven-shared-utils-3.4.2.jar'))
  assert set.names() == ['maven-shared-utils-3.4.2.jar']
  story.log()
      .hasLineWith('Tests run: 774, Failures: 0, Errors: 0')
      .hasLineWith('BUILD SUCCESS')
}
