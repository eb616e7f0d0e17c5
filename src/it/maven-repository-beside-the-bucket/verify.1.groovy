def story = context.story
story.published('acme/maven-repository-beside-the-bucket', 'main').assertComplete()
context.keys = story.keys()
assert new File(basedir, 'target/repository/com/example').directory
return true
