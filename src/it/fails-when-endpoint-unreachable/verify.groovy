context.story.verify { story ->
  story.assertNothingPublished()
  story.log()
      .hasErrorWith('http://127.0.0.1:1', 'artifacts.endpoint')
      .hasLineWith('BUILD FAILURE')
}
