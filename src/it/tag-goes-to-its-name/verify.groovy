context.story.verify { story ->
  def set = story.published('acme/tag-goes-to-its-name', 'v1.0.0')
  set.assertComplete().assertHolds('app-1.0.0.jar', story.file('target/app-1.0.0.jar'))
  assert set.manifest().get('tag').asString == 'v1.0.0'
  assert !set.manifest().has('branch')
  story.log().hasLineWith('v1.0.0 (GITHUB_REF_NAME)').hasLineWith('BUILD SUCCESS')
}
