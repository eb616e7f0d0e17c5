context.story.verify { story ->
  story.assertNothingPublished()
  story.log()
      .hasErrorWith('http://127.0.0.1:1', 'artifacts.endpoint')
      .hasLineWith('GetObject', 'failed at 127.0.0.1:1 (attempt 1: ', 'Retrying in ', '(attempt 2), for at most ')
      .hasLineWith('BUILD FAILURE')
}
