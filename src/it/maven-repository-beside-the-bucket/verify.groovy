context.story.verify { story ->
  assert story.keys() == context.keys
  def inRepository = story.file('target/repository/com/example/maven-repository-beside-the-bucket/app/1.0.0/app-1.0.0.jar')
  assert inRepository.toFile().bytes == story.file('target/app-1.0.0.jar').toFile().bytes
  story.log().hasLineWith('artifacts.skip').hasLineWith('BUILD SUCCESS')
}
