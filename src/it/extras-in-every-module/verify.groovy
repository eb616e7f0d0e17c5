import java.util.zip.ZipFile

context.story.verify { story ->
  def set = story.published('acme/extras-in-every-module', 'main').assertComplete()
  def outputs = { name -> ["$name-1.0.0.jar", "$name-1.0.0-all.jar", "$name-1.0.0-sources.jar", "$name-1.0.0-javadoc.jar", "$name-1.0.0-cyclonedx.json"]*.toString() }
  ['core', 'cli'].each { module -> outputs(module).each { set.assertHolds(it, story.file("$module/target/$it")) } }
  assert set.names().findAll { !it.endsWith('.buildinfo') }.toSet() ==
      (outputs('core') + outputs('cli') + ['root-1.0.0-cyclonedx.json']).toSet()
  set.assertHolds('cli-1.0.0.buildinfo', story.file('cli/target/cli-1.0.0.buildinfo'))
  def built = story.file('cli/target/cli-1.0.0.buildinfo').toFile().text
  assert ['core', 'cli'].every { built.contains("$it-1.0.0-sources.jar") } && set.names().count { it.endsWith('.buildinfo') } == 1

  def manifest = { module ->
    new ZipFile(story.file("$module/target/$module-1.0.0.jar").toFile()).withCloseable { it.getInputStream(it.getEntry('META-INF/MANIFEST.MF')).text }
  }
  assert manifest('core') == manifest('cli').replace('Java-Version: 17', 'Java-Version: 8')
  assert manifest('core') =~ /Git-Commit: [0-9a-f]{40}/
  assert story.classVersion('core/target/classes/com/example/Answer.class') == 52 : 'class file version of Java 8'
  assert story.classVersion('cli/target/classes/com/example/Question.class') == 61 : 'class file version of Java 17'
  def sbom = story.file('core/target/core-1.0.0-cyclonedx.json').toFile().text
  assert sbom.contains('https://example.com/extras') && sbom.contains('Proprietary') && !sbom.contains('artifactpublisher/artifact-publisher')
  assert built.contains('scm:git:https://example.com/extras.git')
  assert story.file('core/target/site/jacoco/jacoco.csv').toFile().text.contains('Answer')
  story.log()
      .hasLineWith('Tests run: 1, Failures: 0')
      .hasLineWith('Shading has been skipped.')
      .hasLineWith('BUILD SUCCESS')
}
