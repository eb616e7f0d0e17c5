context.story.verify { story ->
  story.assertNothingPublished()
  story.log()
      .hasErrorWith('offline (-o', 'artifacts.skip')
      .hasLineWith('BUILD FAILURE')
}
