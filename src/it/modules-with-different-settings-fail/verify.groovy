context.story.verify { story ->
  story.assertNothingPublished()
  story.log()
      .hasLineWith('root and two', 's3://builds/artifacts/acme/modules-with-different-settings/main/', 'with different artifacts.* settings')
      .hasLineWith('BUILD FAILURE')
}
