import static java.nio.file.attribute.PosixFilePermission.GROUP_WRITE

import java.nio.file.Files
import java.util.zip.ZipFile

context.story.verify { story ->
  def commit = ['git', 'rev-parse', 'HEAD'].execute(null, basedir).text.trim()
  def built = ['target/app-1.0.0-all.jar', 'target/app-1.0.0-cyclonedx.json', 'target/app-1.0.0-javadoc.jar',
      'target/app-1.0.0-sources.jar', 'target/app-1.0.0.buildinfo', 'target/app-1.0.0.jar', 'src/main/native/app-1.0.0-linux-x86_64.sh']
  def one = story.published('acme/all-outputs-twice-the-same', 'one').assertComplete()
  def two = story.published('acme/all-outputs-twice-the-same', 'two').assertComplete()
  built.each {
    one.assertHolds(new File(it).name, story.file(it))
    two.assertHolds(new File(it).name, story.file("elsewhere/$it"))
  }
  assert one.names().toSet() == built.collect { new File(it).name }.toSet()

  def mayWrite = { file -> Files.getPosixFilePermissions(story.file(file)).contains(GROUP_WRITE) }
  ['src/main/java/com/example/Commit.java', 'target/classes/com/example/Commit.class'].each {
    assert !mayWrite(it) && mayWrite("elsewhere/$it") : "the modes of $it do not differ"
  }
  def inBoth = { set -> set.eTags().findAll { name, eTag -> name != 'manifest.json' } }
  assert inBoth(one) == inBoth(two)

  new ZipFile(story.file('target/app-1.0.0.jar').toFile()).withCloseable { jar ->
    def manifest = jar.getInputStream(jar.getEntry('META-INF/MANIFEST.MF')).text
    assert manifest.contains("Git-Commit: $commit")
    assert jar.entries().every { it.timeLocal.toString() == '2024-05-06T05:08:10' }
  }
  def run = [new File(System.getProperty('java.home'), 'bin/java').path, '-jar', 'elsewhere/target/app-1.0.0-all.jar'].execute(null, basedir)
  assert run.text.trim() == commit
  story.log().hasLineWith('argLine set to', 'jacoco.exec')
      .hasLineWith('The SBOM or the .buildinfo would describe this project with the description, url, licence or scm of ci-parent-pom.')
     .hasLineWith('BUILD SUCCESS')
}
