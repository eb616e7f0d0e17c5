import java.util.zip.ZipFile

context.story.verify { story ->
  story.published('acme/kotlin-module', 'main')
      .assertComplete()
      .assertHolds('app-1.0.0.jar', story.file('target/app-1.0.0.jar'))
  assert story.classVersion('target/classes/com/example/Greeting.class') == 61 : 'class file version of Java 17'
  new ZipFile(story.file('target/app-1.0.0.jar').toFile()).withCloseable { jar ->
    assert jar.getEntry('com/example/Greeting.class') && jar.getEntry('git.properties')
    assert jar.getInputStream(jar.getEntry('META-INF/MANIFEST.MF')).text =~ /Git-Commit: [0-9a-f]{40}/
  }
  story.log()
      .hasLineWith('Tests run: 1, Failures: 0')
      .hasLineWith('BUILD SUCCESS')
}
