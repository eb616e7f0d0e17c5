context.story.verify { story ->
  story.published('acme/debug-log-shows-no-secret', 'main').assertComplete()
  story.log()
      .hasLineWith('[DEBUG]', 'artifact-publisher-maven-plugin')
      .hasNowhere('storySecretKey', 'no+account')
      .hasNowhere('storySessionToken', 'NeverToBePrinted')
      .hasLineWith('BUILD SUCCESS')
}
