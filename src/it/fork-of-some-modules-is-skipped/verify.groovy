context.story.verify { story ->
  story.assertNothingPublished()
  story.log()
      .hasLineWith('Not published: pull request 12 comes from a fork')
      .hasLineWith('The plan cannot be shown. No file matches two/target/classes/words.txt.')
      .hasLineWith('BUILD SUCCESS')
}
