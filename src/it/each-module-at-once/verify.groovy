context.story.verify { story ->
  // This run fails after the module one is published.
  story.withoutPlan('/fails/one/')
  def jar = { module, branch -> story.published('acme/each-module', "${branch}/${module}").assertComplete()
      .assertHolds("${module}-1.0.0.jar", story.file("${module}/target/${module}-1.0.0.jar")) }
  def keysOf = { branch -> story.published('acme/each-module', branch).keys() }
  jar('one', 'all')
  jar('two', 'all')
  assert keysOf('all').size() == 6
  jar('one', 'fails')
  assert keysOf('fails').size() == 3
  jar('two', 'resumed')
  assert keysOf('resumed').size() == 3
  assert keysOf('refused').empty
  story.log()
      .hasInOrder(') to s3://builds/artifacts/acme/each-module/all/one/', 'Building two', ') to s3://builds/artifacts/acme/each-module/all/two/')
      .hasErrorWith('artifacts.perModule is true, and root selects files below the root of the build', 'artifacts.base=module')
      .hasNowhere('Nothing is published')
}
