context.story.verify { story ->
  story.log()
      .hasErrorWith('There was a timeout in the fork')
      .hasLineWith('BUILD FAILURE')
  story.assertNothingPublished()
}
