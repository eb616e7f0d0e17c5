context.story.verify { story ->
  ['feature/x', 'feature%2Fx'].each { path ->
    def set = story.published('acme/branch-with-a-slash', path)
    set.assertComplete().assertHolds('app-1.0.0.jar', story.file('target/app-1.0.0.jar'))
    assert set.manifest().get('branch').asString == 'feature/x'
  }
  assert story.keys().size() == 6
  story.log().hasLineWith('branch feature/x (GITHUB_REF_NAME)').hasLineWith('BUILD SUCCESS')
}
