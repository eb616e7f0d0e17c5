context.story.verify { story ->
  def lines = story.log().lines()
  // The invoker hands the settings of the outer Maven on, in which 3.6 does not know a tag; that is not of the POM.
  def ofTheSettings = [~/.*effective settings.*/, ~/.*Unrecognised tag: 'blocked'.*/, ~/\[WARNING\] */]
  assert lines.findAll { line -> line =~ /\[(WARNING|ERROR)\]/ && !ofTheSettings.any { line ==~ it } } == []
  assert lines.count { it.contains('BUILD SUCCESS') } == 2

  assert story.file('target/effective-pom.xml').toFile().text.contains('<artifactId>artifact-publisher-maven-plugin</artifactId>')
  story.published('acme/empty-child-has-no-warning', 'main')
      .assertComplete()
      .assertHolds('app-1.0.0.jar', story.file('target/app-1.0.0.jar'))
}
