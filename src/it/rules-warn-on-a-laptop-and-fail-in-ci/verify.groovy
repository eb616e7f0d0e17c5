context.story.verify { story ->
  def runs = story.log().lines().join('\n').split(/(?m)^.*Scanning for projects\.\.\..*$/).toList().drop(1)
  assert runs.size() == 11
  def (laptop, ci, convergence, java, maven, overridden, asInCi, asOnALaptop, converged, refused, accepted) = runs
  def duplicate = 'junit-platform-commons'
  def unversioned = 'Some plugins are missing valid versions'

  [laptop, overridden, asOnALaptop].each { run ->
    assert run.contains('BUILD SUCCESS')
    assert run =~ /\[WARNING\] Rule 0: .*BanDuplicatePomDependencyVersions warned/
    assert run =~ /\[WARNING\] Rule 1: .*RequirePluginVersions warned/
  }
  [ci, asInCi].each { run ->
    assert run.contains('BUILD FAILURE')
    assert run =~ /Rule 0: .*BanDuplicatePomDependencyVersions failed/
    assert run =~ /Rule 1: .*RequirePluginVersions failed/
  }
  assert ci.contains(duplicate) && ci.contains(unversioned) && ci.contains('maven-toolchains-plugin')
  assert !ci.contains('artifact-publisher-maven-plugin.') : 'the parent pins what it binds'
  assert convergence =~ /Rule 0: .*DependencyConvergence failed/
  assert convergence.contains('Dependency convergence error for org.junit.platform:junit-platform-commons')
  assert converged =~ /Rule 0: .*DependencyConvergence passed/
  assert converged.contains('BUILD SUCCESS')
  assert java =~ /Detected JDK .* is version .* which is not in the allowed range \[99,\)/
  assert maven =~ /Detected Maven Version: .* is not in the allowed range \[99,\)/

  def messages = refused.readLines().findAll { it =~ /^\[ERROR] ci\./ }.collect { it - '[ERROR] ' }
  def phase = { name, value, on -> "ci.$name is \"$value\": \"$on\" turns it on, \"none\" off; else it has to be a phase of Maven's default lifecycle, \"validate\" to \"deploy\"." }
  assert messages == [
      phase('attach.phase', 'yes', 'package'),
      'ci.attach.file is "": name the file that ci.attach.phase is to attach.',
      'ci.attach.type is "": give the ending of ci.attach.file, as in "tar.gz".',
      'ci.build.time is "yesterday": give a time of the years 1980 to 2099, as in "2026-01-01T00:00:00Z".',
      phase('buildinfo.phase', 'true', 'verify'),
      'ci.commit.phase is "compile": "initialize" or "validate" asks git for the commit, "none" does not; a later phase would be too late for the archives.',
      phase('coverage.phase', 'initialise', 'test-compile'),
      phase('coverage.reportPhase', 'report', 'post-integration-test'),
      phase('extras.phase', 'pakage', 'package'),
      phase('fatJar.phase', 'on', 'package'),
      'ci.fatJar.mainClass is "": name the class whose main method "java -jar" is to run, as in "com.example.Main".',
      'ci.jacoco.phase is "verify": "test" turns it on, "none" off.',
      phase('rules.convergence.phase', '', 'validate'),
      'ci.rules.level is "warning": with "WARN" an untidy POM gives warnings, with "ERROR" it fails.',
      phase('sbom.phase', '1', 'package'),
      'ci.test.timeoutSeconds is "30m": give a number of seconds, as in "1800"; "0" is no limit.',
      phase('watch.phase', 'post-clean', 'validate')
  ]
  assert refused.contains('BUILD FAILURE')
  assert accepted.contains('BUILD SUCCESS')
  story.assertNothingPublished()
}
