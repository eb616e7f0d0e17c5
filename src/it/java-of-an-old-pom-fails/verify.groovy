context.story.verify { story ->
  def runs = story.log().lines().join('\n').split(/(?m)^.*Scanning for projects\.\.\..*$/).toList().drop(1)
  def (properties, habit, configuration, target, number, agreed, inTheConfiguration, byProperty) = runs
  def ignored = { value, release -> "[ERROR] maven.compiler.source, maven.compiler.target or java.version is \"$value\", but the build compiles for Java 17 and would ignore it. " +
      "Write <ci.java.release>$release</ci.java.release> in its place." }
  assert properties.contains(ignored('1.8', '8'))
  assert habit.contains(ignored('11', '11'))
  assert target.contains(ignored('11', '11'))
  assert configuration.contains('[ERROR] The <configuration> of maven-compiler-plugin has a <source> or <target>, but the build compiles for Java 17 and would ignore it. ' +
      'Remove it and write its number into <properties>, 8 for 1.8: <ci.java.release>8</ci.java.release>.')
  assert number.contains('[ERROR] ci.java.release (or maven.compiler.release) is "1.8". It must be the whole number of a Java release from 8 on. ' +
      'Write <ci.java.release>8</ci.java.release> for Java 8 (1.8).')
  assert [properties, habit, configuration, target, number].every { it.contains('BUILD FAILURE') && it.contains(':enforce (settings)') }
  assert [agreed, inTheConfiguration, byProperty].every { it.contains('BUILD SUCCESS') }
  assert story.classVersion('target/classes/com/example/Answer.class') == 52 : 'class file version of Java 8'
  story.assertNothingPublished()
}
