context.story.verify { story ->
  story.assertNothingPublished()
  story.log()
      .hasLineWith('Not published', 'fork', 'the log shows what it would publish')
      .hasLineWith('app-1.0.0.jar.gz', 'Content-Type: application/gzip')
      .hasLineWith('BUILD SUCCESS')
}
