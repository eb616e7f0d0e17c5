context.story.verify { story ->
  def set = story.published('acme/classified', 'main').assertComplete()
  assert set.names().toSorted() == ['archive-1.0.0-bin.zip', 'classified-1.0.0-linux.jar', 'shaded-1.0.0-all.jar', 'shaded-1.0.0.jar', 'tests-1.0.0-tests.jar']
  story.published('acme/classified', 'refused').assertNothing()
  story.log()
      .hasLineWith('Found 1 file in classified to publish to', 'the module has no main artifact')
      .hasErrorWith('The module shaded has no main artifact: the phase package has not run')
      .hasNowhere('nothing was packaged')
}
