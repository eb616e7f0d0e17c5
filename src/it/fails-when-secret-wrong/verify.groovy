context.story.verify { story ->
  story.assertNothingPublished()
  story.log()
      .hasErrorWith('credentials', 'builds', 'secret key')
      .hasNowhere('thisIsNotTheSecretOfTheServer')
      .hasLineWith('BUILD FAILURE')
}
