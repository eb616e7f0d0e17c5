context.story.verify { story ->
  story.assertNothingPublished()
  assert story.log().lines().count { it.contains('Nothing is published, because the build has failed in last.') } == 1
  assert story.log().lines().count { it.contains('Nothing is published, because the build has failed in middle.') } == 3
  story.log()
      .hasErrorWith('The last module does not work.')
      .hasInOrder('Found 1 file in independent', 'failed in last', 'BUILD FAILURE')
      .hasInOrder('failed in last', 'Found 1 file in independent', 'failed in middle', 'BUILD FAILURE', 'Build failures were ignored.')
      .hasNowhere('Publishing', 'BUILD SUCCESS')
}
