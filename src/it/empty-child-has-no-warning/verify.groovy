context.story.verify { story ->
  def lines = story.log().lines()
  // The invoker passes on the settings of the outer Maven. They have an element that Maven 3.6 does not know; the POM does not cause this warning.
  def ofTheSettings = [~/.*effective settings.*/, ~/.*Unrecognised tag: 'blocked'.*/, ~/\[WARNING\] */]
  assert lines.findAll { line -> line =~ /\[(WARNING|ERROR)\]/ && !ofTheSettings.any { line ==~ it } } == []
  assert lines.count { it.contains('BUILD SUCCESS') } == 2

  assert story.file('target/effective-pom.xml').toFile().text.contains('<artifactId>artifact-publisher-maven-plugin</artifactId>')
  story.published('acme/empty-child-has-no-warning', 'main')
      .assertComplete()
      .assertHolds('app-1.0.0.jar', story.file('target/app-1.0.0.jar'))
}
