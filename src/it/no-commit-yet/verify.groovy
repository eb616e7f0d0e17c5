import java.util.zip.ZipFile

context.story.verify { story ->
  def warnings = story.log().lines().findAll { it.contains('there is no commit yet') }
  assert warnings.size() == 1
  assert warnings[0].startsWith('[WARNING]') && warnings[0].contains('"Git-Commit: unknown"')
  assert warnings[0].endsWith('Commit, or set ci.commit.phase to none.')
  ['asked', 'silent'].each {
    story.published('acme/no-commit-yet', it).assertComplete().assertHolds('app-1.0.0.jar', story.file('target/app-1.0.0.jar'))
  }
  new ZipFile(story.file('target/app-1.0.0.jar').toFile()).withCloseable {
    assert it.getInputStream(it.getEntry('META-INF/MANIFEST.MF')).text.contains('Git-Commit: unknown')
  }
}
