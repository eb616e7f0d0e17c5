context.story.verify { story ->
  def jar = story.file('target/app-1.0.0.jar')
  def branch = story.published('acme/two-executions', 'main').assertComplete().assertHolds('app-1.0.0.jar', jar)
  def release = story.publishedUnder('releases/acme/two-executions/1.0.0/').assertComplete().assertHolds('app-1.0.0.jar', jar)
  assert branch.manifest().get('layout').asString == 'in-place'
  assert release.manifest().get('layout').asString == 'by-build'
  assert story.keys().size() == 6 : story.keys()
  story.log()
      .hasLineWith(') to s3://builds/artifacts/acme/two-executions/main/')
      .hasLineWith(') to s3://builds/releases/acme/two-executions/1.0.0/')
      .hasLineWith('BUILD SUCCESS')
}
