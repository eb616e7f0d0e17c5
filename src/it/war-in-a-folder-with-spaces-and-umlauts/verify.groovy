import java.util.zip.ZipFile

context.story.verify { story ->
  def war = story.file('Größe und Maß/target/web-1.0.0.war')
  def set = story.published('acme/war-in-a-folder-with-spaces-and-umlauts', 'main').assertComplete()
      .assertHolds('units-1.0.0.jar', story.file('units/target/units-1.0.0.jar'))
      .assertHolds('web-1.0.0.war', war)
  assert set.names().toSet() == ['units-1.0.0.jar', 'web-1.0.0.war'] as Set
  new ZipFile(war.toFile()).withCloseable {
    assert it.getEntry('WEB-INF/lib/units-1.0.0.jar') && it.getEntry('WEB-INF/classes/git.properties')
    assert it.getInputStream(it.getEntry('META-INF/MANIFEST.MF')).text.contains('Git-Commit: ')
  }
  story.published('acme/war-in-a-folder-with-spaces-and-umlauts', 'failed').assertNothing()
  story.log()
      .hasErrorWith('maven-war-plugin', 'webxml attribute is required')
      .hasLineWith('Running com.example.UnitIT')
      .hasInOrder('BUILD FAILURE', 'BUILD SUCCESS')
}
