context.story.verify { story ->
  def set = story.published('acme/two-modules', 'main').assertComplete()
      .assertHolds('words-core-1.0.0.jar', story.file('core/target/words-core-1.0.0.jar'))
      .assertHolds('words-cli-1.0.0.jar', story.file('cli/target/words-cli-1.0.0.jar'))
      .assertHolds('words-cli-1.0.0-sources.jar', story.file('cli/target/words-cli-1.0.0-sources.jar'))
  assert set.names().toSorted() == ['words-cli-1.0.0-sources.jar', 'words-cli-1.0.0.jar', 'words-core-1.0.0.jar']
  def sources = set.object('words-cli-1.0.0-sources.jar')
  assert sources.get('artifactId').asString == 'words-cli'
  assert sources.get('classifier').asString == 'sources'
  story.log()
      .hasLineWith('3 files')
      .hasLineWith('BUILD SUCCESS')
      .hasInOrder('Building words-core', 'Building words-cli', 'words-core-1.0.0.jar.gz')
}
