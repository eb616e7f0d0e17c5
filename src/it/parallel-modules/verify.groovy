context.story.verify { story ->
  def set = story.published('acme/parallel-modules', 'main')
  set.assertComplete()
  assert set.names() as Set == ['one-1.0.0.jar', 'two-1.0.0.jar'] as Set
  assert story.log().lines().count { it =~ /Published \d+ files? \(/ } == 1
  assert story.log().lines().count { it.contains('Checked the settings and s3://builds/artifacts/acme/parallel-modules/main/') } == 1
  story.log().hasLineWith('BUILD SUCCESS')
}
