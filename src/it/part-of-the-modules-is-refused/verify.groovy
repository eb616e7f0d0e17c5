context.story.verify { story ->
  story.log().hasLineWith('leaves out', 'one', '-rf', 'artifacts.allowPartial=true')
  story.published('acme/part-of-the-modules', 'resumed').assertNothing()
  def set = story.published('acme/part-of-the-modules', 'allowed')
  set.assertComplete().assertHolds('two-1.0.0.jar', story.file('two/target/two-1.0.0.jar'))
  assert set.names() == ['two-1.0.0.jar']
}
