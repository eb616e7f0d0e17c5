context.story.verify { story ->
  story.assertNothingPublished()
  story.log()
      .hasLineWith('Not published', 'fork')
      .hasLineWith('BUILD SUCCESS')
}
