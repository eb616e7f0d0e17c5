context.story.verify { story ->
  story.log()
      .hasErrorWith('Answer.java:3: error: reference not found')
      .hasInOrder('BUILD FAILURE', 'BUILD SUCCESS')
  def set = story.published('acme/broken-javadoc-fails', 'passed').assertComplete()
  assert set.names() == ['app-1.0.0.jar']
  assert story.keys().every { it.contains('/passed/') }
}
