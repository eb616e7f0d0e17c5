context.story.verify { story ->
  ['main', 'parallel'].each { branch ->
    def set = story.published('acme/bundle', branch).assertComplete()
    ['one', 'two', 'three'].each { set.assertHolds("${it}-1.0.0.jar", story.file("${it}/target/${it}-1.0.0.jar")) }
    assert set.names().size() == 3
  }
  ['one', 'two', 'three'].each { module ->
    assert story.published('acme/bundle', "each/${module}").assertComplete().names() == ["${module}-1.0.0.jar".toString()]
  }
  assert story.log().lines().count { it =~ /Published \d+ files? \(/ } == 5
}
