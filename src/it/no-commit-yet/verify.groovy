import java.util.zip.ZipFile

context.story.verify { story ->
  story.log()
      .hasErrorWith('git-commit-id-maven-plugin', 'are you sure you have some commits')
      .hasInOrder('BUILD FAILURE', 'BUILD SUCCESS')
  story.published('acme/no-commit-yet', 'passed').assertComplete().assertHolds('app-1.0.0.jar', story.file('target/app-1.0.0.jar'))
  assert story.keys().every { it.contains('/passed/') }
  new ZipFile(story.file('target/app-1.0.0.jar').toFile()).withCloseable {
    assert it.getInputStream(it.getEntry('META-INF/MANIFEST.MF')).text.contains('Git-Commit: unknown')
  }
}
