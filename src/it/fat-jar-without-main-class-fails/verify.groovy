context.story.verify { story ->
  story.log()
      .hasLineWith('ci.fatJar.mainClass is not set: name the class whose main method "java -jar" is to run.')
      .hasLineWith('BUILD FAILURE')
  story.assertNothingPublished()
}
