context.story.verify { story ->
  story.assertNothingPublished()
  story.log().hasLineWith('has attached', 'report', 'report.bin is not there').hasLineWith('BUILD FAILURE')
}
