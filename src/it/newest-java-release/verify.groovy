context.story.verify { story ->
  story.published('acme/newest-java-release', 'main')
      .assertComplete()
      .assertHolds('app-1.0.0.jar', story.file('target/app-1.0.0.jar'))
  assert story.classVersion('target/classes/com/example/Answer.class') == 69 : 'class file version of Java 25'
  story.log().hasLineWith('BUILD SUCCESS')
}
