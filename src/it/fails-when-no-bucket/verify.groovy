context.story.verify { story ->
  story.assertNothingPublished()
  story.log()
      .hasErrorWith('artifacts.bucket', 'ARTIFACTS_BUCKET')
      .hasLineWith('BUILD FAILURE')
}
