context.story.verify { story ->
  story.assertNothingPublished()
  story.log()
      .hasErrorWith('mars-north-1', 'artifacts.region')
      .hasNowhere('s3.mars-north-1.amazonaws.com:443', 'UnknownHost')
      .hasLineWith('BUILD FAILURE')
}
