import java.util.zip.ZipFile

context.story.verify { story ->
  story.log()
      .hasErrorWith('JarIT.isNotAsItShouldBe', 'the jar is not as it should be')
      .hasInOrder('maven-failsafe-plugin', 'BUILD FAILURE', 'BUILD SUCCESS')
  story.published('acme/failing-integration-test-publishes-nothing', 'skipped')
      .assertComplete()
      .assertHolds('app-1.0.0.jar', story.file('target/app-1.0.0.jar'))
  assert story.keys().every { it.contains('/skipped/') }
  new ZipFile(story.file('target/app-1.0.0.jar').toFile()).withCloseable { jar ->
    assert jar.getInputStream(jar.getEntry('META-INF/MANIFEST.MF')).text.contains('Git-Commit: unknown')
    assert jar.entries().every { it.timeLocal.toString() == '2026-01-01T00:00' }
  }
}
