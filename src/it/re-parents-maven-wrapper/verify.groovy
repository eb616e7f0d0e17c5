context.story.verify { story ->
  def set = story.published('apache/maven-wrapper', 'main').assertComplete()
  def built = [
      'maven-wrapper/target/maven-wrapper-3.3.4.jar',
      'maven-wrapper-distribution/target/maven-wrapper-distribution-3.3.4-bin.zip',
      'maven-wrapper-distribution/target/maven-wrapper-distribution-3.3.4-only-script.zip',
      'maven-wrapper-distribution/target/maven-wrapper-distribution-3.3.4-script.zip',
      'maven-wrapper-distribution/target/maven-wrapper-distribution-3.3.4-source.zip',
      'maven-wrapper-plugin/target/maven-wrapper-plugin-3.3.4.jar']
  built.each { set.assertHolds(new File(it).name, story.file(it)) }
  assert set.names().toSet() == built.collect { new File(it).name }.toSet()
  story.log()
      .hasLineWith('Tests run: 30, Failures: 0')
      .hasLineWith('Tests run: 4, Failures: 0')
      .hasLineWith('artifacts/apache/maven-wrapper/main/maven-wrapper-distribution-3.3.4-bin.zip')
      .hasLineWith('BUILD SUCCESS')
}
