import java.util.zip.ZipFile

context.story.verify { story ->
  def jar = new File(context.outside, 'target/app-1.0.0.jar')
  ['main', 'laptop'].each {
    story.published('acme/no-git-at-all', it).assertComplete().assertHolds('app-1.0.0.jar', jar.toPath())
  }
  assert story.keys().every { it ==~ '.*/(main|laptop)/.*' }
  new ZipFile(jar).withCloseable {
    assert it.getInputStream(it.getEntry('META-INF/MANIFEST.MF')).text.contains('Git-Commit: unknown')
    assert it.getInputStream(it.getEntry('git.properties')).text.readLines().every { line -> line.startsWith('#') }
    assert it.entries().every { entry -> entry.timeLocal.toString() == '2026-01-01T00:00' }
  }
  story.log()
      .hasErrorWith('Set artifacts.slug=OWNER/REPOSITORY', 'a git remote called origin')
      .hasInOrder('BUILD SUCCESS', 'BUILD FAILURE', 'BUILD SUCCESS')
  assert context.outside.deleteDir()
}
