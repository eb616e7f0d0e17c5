context.story.verify { story ->
  story.assertNothingPublished()
  assert story.file('target/app-1.0.0.jar').toFile().isFile()
  story.log()
      .hasLineWith('artifacts.skip')
      .hasLineWith('BUILD SUCCESS')
}
