context.story.verify { story ->
  def runs = story.log().lines().join('\n').split(/(?m)^.*Scanning for projects\.\.\..*$/).toList().drop(1)
  assert runs.size() == 18
  def (laptop, ci, convergence, java, maven, overridden, asInCi, asOnALaptop, converged, refused, accepted, outOfPlace, versions, unaware, old, enough, level, timeout) = runs
  def duplicate = 'junit-platform-commons'
  def unversioned = 'Some plugins are missing valid versions'

  [laptop, overridden, asOnALaptop].each { run ->
    assert run.contains('BUILD SUCCESS')
    assert run =~ /\[WARNING\] Rule 12: .*BanDuplicatePomDependencyVersions warned/
    assert run =~ /\[WARNING\] Rule 13: .*RequirePluginVersions warned/
  }
  [ci, asInCi].each { run ->
    assert run.contains('BUILD FAILURE')
    assert run =~ /Rule 12: .*BanDuplicatePomDependencyVersions failed/
    assert run =~ /Rule 13: .*RequirePluginVersions failed/
  }
  assert ci.contains(duplicate) && ci.contains(unversioned) && ci.contains('maven-toolchains-plugin')
  assert !ci.contains('artifact-publisher-maven-plugin.') : 'the parent pins what it binds'
  assert convergence =~ /Rule 0: .*DependencyConvergence failed/
  assert convergence.contains('Dependency convergence error for org.junit.platform:junit-platform-commons')
  assert converged =~ /Rule 0: .*DependencyConvergence passed/
  assert converged.contains('BUILD SUCCESS')
  assert java =~ /Detected JDK .* is version .* which is not in the allowed range \[99,\)/
  assert maven =~ /Detected Maven Version: .* is not in the allowed range \[99,\)/

  def messages = { run -> run.readLines().findAll { it =~ /^\[ERROR] (ci\.|A switch)/ }.collect { it - '[ERROR] ' } }
  def outputs = { values -> "A switch has a wrong value: " + values.collect { name, value -> "ci.${name}.phase=$value" }.join(' ') +
      '. Each must be "none" or a phase of Maven up to "verify", usually "package": what a later phase attaches is not published.' }
  def phases = { begin, end, equal, watch -> "A switch has a wrong value: ci.coverage.phase=$begin ci.coverage.reportPhase=$end " +
      "ci.rules.convergence.phase=$equal ci.check.phase=none ci.watch.phase=$watch. Each must be \"none\" or a phase of Maven; " +
      'ci.jacoco.phase must be "test" or "none"; coverage begins before "test" and is reported in "test" or later.' }
  def attachment = { type, classifier -> "ci.attach.type is \"$type\" and ci.attach.classifier is \"$classifier\". The type must be the file extension without its dot, as in \"tar.gz\". " +
      'The classifier must be a part of a file name, as in "linux-x86_64"; a type such as "jar" requires one that no other jar of the module has.' }
  assert messages(refused) == [
      outputs([attach: 'yes', buildinfo: 'true', extras: 'pakage', fatJar: 'on', javadoc: 'pakage', sbom: '1', sources: 'pakage']),
      'ci.commit.phase is "compile". It must be "initialize", "validate" or "none": after "initialize" it is too late for the archives.',
      phases('initialise', 'report', '', 'post-clean'),
      attachment('', ''),
      'ci.fatJar.mainClass is "". It must name the class that "java -jar" runs, as in <ci.fatJar.mainClass>com.example.Main</ci.fatJar.mainClass>.'
  ]*.toString()
  assert messages(outOfPlace) == [
      'ci.java.release (or maven.compiler.release) is "1.8". It must be the whole number of a Java release from 8 on. Write <ci.java.release>8</ci.java.release> for Java 8 (1.8).',
      outputs([attach: 'install', buildinfo: 'deploy', extras: 'deploy', fatJar: 'prepare-package', javadoc: 'install', sbom: 'install', sources: 'package']),
      phases('test', 'test-compile', 'none', 'none'),
      attachment('.tar.gz', 'linux/x86'),
      'ci.fatJar.classifier is "sources". It must be a part of a file name and not that of another jar of the module, as in "all".'
  ]*.toString()
  assert versions.contains('ci.require.java.version is "latest" and ci.require.maven.version is "3.6.3". Both must be a version, such as "17" or "3.6.3".')
  [(unaware): '3.0.0-M2', (old): '1.4.1'].each { run, version ->
    // Maven 4 cannot load the oldest of them.
    assert run.contains("The POM sets maven-enforcer-plugin to $version, but the rules of ci-parent-pom require 3.0.0 or later.") || run.contains("maven-enforcer-plugin:$version:enforce (tools)")
    assert !run.contains(unversioned) && run.contains('BUILD FAILURE')
  }
  assert enough.contains('BUILD SUCCESS')
  assert level =~ /maven-enforcer-plugin.*EnforcerLevel\.warning/
  assert timeout =~ /maven-surefire-plugin.*forkedProcessTimeoutInSeconds.*30m/
  assert refused.contains('BUILD FAILURE')
  assert accepted.contains('BUILD SUCCESS')
  story.assertNothingPublished()
}
